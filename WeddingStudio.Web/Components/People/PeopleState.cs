using WeddingStudio.Engine.Hosting;
using WeddingStudio.Web.Components.Corrections;

namespace WeddingStudio.Web.Components.People;

public enum PeopleFilter
{
    Everyone,
    Unnamed,
    Hidden,
}

/// <summary>
/// What the People page shows. The order is settled when the page opens and stays: names and counts change in place, people
/// who were merged away leave a gap that closes, new people wait until they are asked for.
/// </summary>
public sealed class PeopleState(StudioConnection studio, CorrectionDesk desk) : IDisposable
{
    private readonly HashSet<int> _selected = [];
    private Dictionary<int, PersonTile> _tiles = [];
    private List<int> _order = [];
    private HashSet<int> _settled = [];
    private bool _loading, _again;

    public event Action? Changed;

    public string WeddingId { get; private set; } = "";
    public bool IsLoaded { get; private set; }
    public string Search { get; set; } = "";
    public PeopleFilter Filter { get; set; }
    public bool RareOpen { get; set; }
    public IReadOnlySet<int> Selected => _selected;

    public IReadOnlyList<PersonTile> Shown => [.. Listed.Where(p => !p.IsRare || Search.Length > 0 || Filter == PeopleFilter.Hidden)];
    public IReadOnlyList<PersonTile> Rare => [.. Listed.Where(p => p.IsRare)];
    public int Everyone => _tiles.Values.Count(p => !p.Hidden);
    public int Unnamed => _tiles.Values.Count(p => p is { Name: null, Hidden: false, IsRare: false });
    public int Hidden => _tiles.Values.Count(p => p.Hidden);
    public int Waiting => _tiles.Values.Count(p => !p.IsRare && !p.Hidden && !_settled.Contains(p.Id));

    private IEnumerable<PersonTile> Listed =>
        from id in _order
        let person = _tiles.GetValueOrDefault(id)
        where person is not null && Passes(person)
        select person;

    public async Task OpenAsync(string weddingId)
    {
        WeddingId = weddingId;
        studio.PeopleChanged += OnNews;
        studio.PicksChanged += OnNews;
        studio.Returned += Refresh;
        await LoadAsync();
    }

    /// <summary>Lets the waiting people in: the order is settled anew.</summary>
    public void ShowWaiting()
    {
        _order = [.. PeopleOrder.Sort(_tiles.Values).Select(p => p.Id)];
        _settled = [.. _tiles.Values.Where(p => !p.IsRare).Select(p => p.Id)];
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
        if ((await desk.SayAsync(WeddingId, Say.SamePerson([.. _selected.Order()]))).Accepted)
            ClearSelection();
    }

    public async Task HideSelectedAsync(bool on)
    {
        foreach (var personId in _selected.Order().ToList())
            await desk.SayAsync(WeddingId, Say.Hidden(personId, on));
        ClearSelection();
    }

    private bool Passes(PersonTile person) => Filter switch
    {
        PeopleFilter.Hidden => person.Hidden,
        PeopleFilter.Unnamed => person is { Hidden: false, Name: null },
        _ => !person.Hidden,
    } && PeopleOrder.Matches(person, Search);

    private void OnNews(StudioNews news)
    {
        if (news.WeddingId == WeddingId)
            Refresh();
    }

    private async void Refresh()
    {
        try
        {
            await LoadAsync();
        }
        catch (Exception error) when (error is StudioRefusalException or InvalidOperationException or OperationCanceledException)
        {
            // The line is down or the page is closing; the connection says so when it returns.
        }
    }

    private async Task LoadAsync()
    {
        if (_loading)
        {
            _again = true;
            return;
        }

        _loading = true;
        try
        {
            do
            {
                _again = false;
                Take(await studio.PeopleAsync(WeddingId));
            }
            while (_again);
        }
        finally
        {
            _loading = false;
        }
    }

    private void Take(IReadOnlyList<PersonTile> people)
    {
        _tiles = people.ToDictionary(p => p.Id);
        _selected.IntersectWith(_tiles.Keys);
        IsLoaded = true;
        if (_order.Count == 0)
            ShowWaiting();
        var known = _order.ToHashSet();
        _order.AddRange(PeopleOrder.Sort(people.Where(p => p.IsRare && !known.Contains(p.Id))).Select(p => p.Id));
        Changed?.Invoke();
    }

    public void Dispose()
    {
        studio.PeopleChanged -= OnNews;
        studio.PicksChanged -= OnNews;
        studio.Returned -= Refresh;
    }
}
