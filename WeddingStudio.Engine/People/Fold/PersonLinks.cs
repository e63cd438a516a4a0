using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.People.Statements;

namespace WeddingStudio.Engine.People.Fold;

/// <summary>
/// Which units are one person, and what was said about the person: a union-find whose sets carry name, role and flags.
/// Statements are followed in order, so of contradicting ones the later wins.
/// </summary>
internal sealed class PersonLinks
{
    private readonly Dictionary<int, Linked> _byUnit = [];

    /// <summary>What is known of one person. Units: every id that leads here.</summary>
    public sealed class Linked(int id)
    {
        public int Id { get; set; } = id;
        public string? Name { get; set; }
        public string? Role { get; set; }
        public bool Hidden { get; set; }
        public List<int> Units { get; } = [id];
    }

    public static PersonLinks Follow(IReadOnlyList<JournalEntry> live)
    {
        var links = new PersonLinks();
        foreach (var entry in live)
            links.Follow(entry);
        return links;
    }

    public IEnumerable<int> Units => _byUnit.Keys;

    public Linked Of(int unit)
    {
        if (!_byUnit.TryGetValue(unit, out var linked))
            _byUnit[unit] = linked = new Linked(unit);
        return linked;
    }

    public int PersonOf(int unit) => unit == Anchor.Nobody ? unit : _byUnit.TryGetValue(unit, out var linked) ? linked.Id : unit;

    public Dictionary<int, int> Redirects() =>
        _byUnit.Where(pair => pair.Value.Id != pair.Key).ToDictionary(pair => pair.Key, pair => pair.Value.Id);

    private void Follow(JournalEntry entry)
    {
        // A photo rule says nothing of who somebody is: whoever it is about keeps their number.
        foreach (var id in PhotoRules.KindOf(entry.Kind) is null ? entry.Mentioned() : [])
            Of(id);
        switch (entry.Kind)
        {
            case CorrectionKind.Named:
                (Of(entry.PersonIds[0]).Name, Of(entry.PersonIds[0]).Role) = (entry.Payload.Name, entry.Payload.Role);
                break;
            case CorrectionKind.Hidden:
                foreach (var id in entry.PersonIds)
                    Of(id).Hidden = entry.Payload.On;
                break;
            case CorrectionKind.Merged or CorrectionKind.SamePerson when entry.Payload.KeptId is { } kept:
                foreach (var id in entry.PersonIds)
                    Merge(Of(kept), Of(id));
                break;
        }
    }

    /// <summary>The kept person keeps its name and role; a wish to be hidden is never lost in a merge.</summary>
    private void Merge(Linked kept, Linked gone)
    {
        if (ReferenceEquals(kept, gone))
            return;
        if (kept.Name is null || gone.Name is null)
            (kept.Name, kept.Role) = (kept.Name ?? gone.Name, kept.Role ?? gone.Role);
        kept.Hidden |= gone.Hidden;
        kept.Units.AddRange(gone.Units);
        foreach (var unit in gone.Units)
            _byUnit[unit] = kept;
    }
}
