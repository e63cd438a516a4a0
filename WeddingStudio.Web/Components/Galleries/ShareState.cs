using WeddingStudio.Engine.Hosting.Desks.Galleries;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Web.Components.People;

namespace WeddingStudio.Web.Components.Galleries;

/// <summary>What the Share page shows: everybody, one person's link, and the address it is made from.</summary>
public sealed class ShareState(StudioConnection studio, ServerAddress server, PageThread page) : IDisposable
{
    private SettledPeople _order = new();
    private int _version;
    private int? _asked;

    public event Action? Changed;

    public string WeddingId { get; private set; } = "";
    public ShareView? View { get; private set; }
    public GalleryLinkView? Link { get; private set; }
    public ShareTile? Chosen { get; private set; }
    public bool IsFetching { get; private set; }
    public string Search { get; set; } = "";
    public string? Trouble { get; private set; }

    /// <summary>Addresses of this computer that phones in the same network can open.</summary>
    public IReadOnlyList<string> Suggestions => server.ForTheNetwork;

    public IReadOnlyList<ShareTile> Shown => View is null ? [] : [.. View.People.Where(p => PeopleOrder.Matches(p.Person, Search))];

    /// <summary>The whole link, null until address and gallery are there.</summary>
    public string? Url => View?.GuestAddress is { } address && Link?.Path is { } path ? address.TrimEnd('/') + path : null;

    public async Task OpenAsync(string weddingId, int? personId, Func<Func<Task>, Task> dispatch)
    {
        if (WeddingId.Length == 0)
        {
            page.Use(dispatch);
            studio.PeopleChanged += OnNews;
            studio.PicksChanged += OnNews;
            studio.Returned += Refresh;
        }

        if (weddingId != WeddingId)
            (WeddingId, View, _order) = (weddingId, null, new SettledPeople());
        // The last person's link must not stand beside another name while theirs is fetched.
        (_asked, Chosen, Link, IsFetching) = (personId, null, null, true);
        await LoadAsync(personId);
    }

    public async Task SetAddressAsync(string address)
    {
        var answer = await studio.SetGuestAddressAsync(WeddingId, address);
        Trouble = answer.Done ? null : answer.Message;
        await LoadAsync(_asked);
    }

    public async Task NewLinkAsync()
    {
        await studio.NewLinkAsync(WeddingId, Chosen!.Person.Id);
        await LoadAsync(_asked);
    }

    public async Task CloseAsync()
    {
        await studio.CloseLinkAsync(WeddingId, Chosen!.Person.Id);
        await LoadAsync(_asked);
    }

    private async Task LoadAsync(int? personId)
    {
        var mine = ++_version;
        var view = await studio.ShareAsync(WeddingId);
        var chosen = view.People.FirstOrDefault(p => p.Person.Id == personId);
        var link = chosen is null ? null : await studio.LinkAsync(WeddingId, chosen.Person.Id);
        if (mine != _version)
            return;
        _order.Take([.. view.People.Select(p => p.Person)]);
        _order.LetInAtTheEnd();
        var tiles = view.People.ToDictionary(p => p.Person.Id);
        (View, Chosen, Link) = (view with { People = [.. _order.InOrder.Select(p => tiles[p.Id])] }, chosen, link);
        IsFetching = false;
        Changed?.Invoke();
    }

    private void OnNews(StudioNews news)
    {
        if (news.WeddingId == WeddingId)
            Refresh();
    }

    private void Refresh() => page.Post(() => LoadAsync(_asked));

    public void Dispose()
    {
        studio.PeopleChanged -= OnNews;
        studio.PicksChanged -= OnNews;
        studio.Returned -= Refresh;
    }
}
