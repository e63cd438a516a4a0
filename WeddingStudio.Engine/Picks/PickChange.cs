using WeddingStudio.Words;

namespace WeddingStudio.Engine.Picks;

/// <summary>What became of one person's picks.</summary>
/// <param name="Name">Null for somebody unnamed.</param>
/// <param name="In">Photos that are picked now and were not before.</param>
/// <param name="Out">Photos that were picked and are not any more.</param>
public sealed record PickChange(int PersonId, string? Name, int In, int Out)
{
    /// <summary>Whom a message names; the others are counted.</summary>
    private const int MostNamed = 2;

    /// <summary>"Best photos: 3 in, 2 out for Anna." Null when no photo came or went.</summary>
    public static Message? Told(IEnumerable<PickChange> changes)
    {
        PickChange[] moved = [.. changes.Where(c => c.In + c.Out > 0).OrderByDescending(c => c.Name is not null)
            .ThenByDescending(c => c.In + c.Out).ThenBy(c => c.PersonId)];
        if (moved.Length == 0)
            return null;
        return moved.Length switch
        {
            1 => new("Picks.ChangedForOne", moved[0].Moves),
            MostNamed => new("Picks.ChangedForTwo", moved[0].Moves, moved[1].Moves),
            _ => new("Picks.ChangedForMore", moved[0].Moves, moved[1].Moves, moved.Length - MostNamed),
        };
    }

    private Message Moves
    {
        get
        {
            var title = PeopleWords.Title(Name, PersonId);
            return (In, Out) switch
            {
                (_, 0) => new("Picks.In", In, title),
                (0, _) => new("Picks.Out", Out, title),
                _ => new("Picks.InAndOut", In, Out, title),
            };
        }
    }

    internal static PickChange Of(int personId, string? name, IEnumerable<PickRow> before, IEnumerable<PickRow> now)
    {
        var (was, isNow) = (before.Select(p => p.PhotoId).ToHashSet(), now.Select(p => p.PhotoId).ToHashSet());
        return new PickChange(personId, name, isNow.Except(was).Count(), was.Except(isNow).Count());
    }
}
