using WeddingStudio.Web.Components.Connection;
using WeddingStudio.Web.Components.Corrections;
using WeddingStudio.Words;

namespace WeddingStudio.Web.Components.People;

public enum PeopleFilter
{
    Everyone,
    Unnamed,
    Hidden,
}

/// <summary>What the People page shows: who is listed, searched for and selected.</summary>
public sealed class PeopleState : IDisposable
{
    private readonly StudioConnection _studio;
    private readonly CorrectionDesk _desk;
    private readonly StudioWords _words;
    private readonly HashSet<int> _selected = [];
    private readonly Watched<IReadOnlyList<PersonTile>> _people;

    public PeopleState(StudioConnection studio, CorrectionDesk desk, PageThread page, StudioWords words)
    {
        (_studio, _desk, _words) = (studio, desk, words);
        _people = new(studio, page, NewsOf.People | NewsOf.Picks, Take);
    }

    public event Action? Changed;

    public WeddingId WeddingId => _people.WeddingId;
    public bool IsLoaded { get; private set; }
    public SettledPeople People { get; private set; } = new();
    public string Search { get; set; } = "";
    public PeopleFilter Filter { get; set; }
    public bool RareOpen { get; set; }
    public IReadOnlySet<int> Selected => _selected;

    /// <summary>Those in full view; who is searched for is in full view however rarely seen.</summary>
    public IReadOnlyList<PersonTile> Shown => [.. Listed.Where(p => People.IsInFullView(p.Id) || ShowsAll)];
    public IReadOnlyList<PersonTile> Rare => ShowsAll ? [] : [.. Listed.Where(p => !People.IsInFullView(p.Id))];
    public string RareTitle => _words[Rare.Any(p => p.PhotoCount > 2) ? "People.RareOrUnclear" : "People.Rare"];

    private bool ShowsAll => Search.Length > 0 || Filter == PeopleFilter.Hidden;

    private IEnumerable<PersonTile> Listed => People.InOrder.Where(Passes);

    public async Task OpenAsync(WeddingId weddingId, Func<Func<Task>, Task> dispatch)
    {
        if (weddingId == WeddingId)
            return;
        (People, IsLoaded) = (new SettledPeople(), false);
        _selected.Clear();
        await _people.OpenAsync(weddingId, dispatch, () => _studio.People.People(weddingId));
    }

    public void ShowWaiting()
    {
        People.Settle();
        Changed?.Invoke();
    }

    public void Toggle(int personId)
    {
        if (!_selected.Remove(personId))
            _selected.Add(personId);
        Changed?.Invoke();
    }

    public void ClearSelection()
    {
        _selected.Clear();
        Changed?.Invoke();
    }

    public async Task MergeSelectedAsync()
    {
        if ((await SayAsync(Say.SamePerson([.. _selected.Order()]))).Accepted)
            ClearSelection();
    }

    public async Task HideSelectedAsync(bool on)
    {
        if ((await SayAsync(Say.Hidden([.. _selected.Order()], on))).Accepted)
            ClearSelection();
    }

    private async Task<CorrectionOutcome> SayAsync(Statement statement)
    {
        var said = statement with { Provisional = People.InOrder.Any(p => p.Provisional) };
        var outcome = await _people.ChangeAsync(() => _desk.SayAsync(WeddingId, said));
        _people.Refresh();
        return outcome;
    }

    private bool Passes(PersonTile person) => Filter switch
    {
        PeopleFilter.Hidden => person.Hidden,
        PeopleFilter.Unnamed => person is { Hidden: false, Name: null },
        _ => !person.Hidden,
    } && PeopleOrder.Matches(_words, person, Search);

    private void Take(IReadOnlyList<PersonTile> people)
    {
        People.Take(people);
        _selected.RemoveWhere(id => !People.Has(id));
        IsLoaded = true;
        Changed?.Invoke();
    }

    public void Dispose() => _people.Dispose();
}
