using WeddingStudio.Engine.Hosting;
using WeddingStudio.Web.Components.People;

namespace WeddingStudio.Web.Components.Galleries;

/// <summary>What the Share page shows: everybody, one person's link, and the address it is made from.</summary>
public sealed class ShareState(StudioConnection studio, ServerAddress server) : IDisposable
{
    public event Action? Changed;

    public string WeddingId { get; private set; } = "";
    public ShareView? View { get; private set; }
    public GalleryLinkView? Link { get; private set; }
    public ShareTile? Chosen { get; private set; }
    public string Search { get; set; } = "";
    public string? Trouble { get; private set; }

    /// <summary>Addresses of this computer that phones in the same network can open.</summary>
    public IReadOnlyList<string> Suggestions => server.ForTheNetwork;

    public IReadOnlyList<ShareTile> Shown => View is null ? [] : [.. View.People.Where(p => PeopleOrder.Matches(p.Person, Search))];

    /// <summary>The whole link, null until address and gallery are there.</summary>
    public string? Url => View?.GuestAddress is { } address && Link?.Path is { } path ? address.TrimEnd('/') + path : null;

    public async Task OpenAsync(string weddingId, int? personId)
    {
        if (WeddingId.Length == 0)
        {
            studio.PeopleChanged += OnNews;
            studio.PicksChanged += OnNews;
            studio.Returned += Refresh;
        }

        WeddingId = weddingId;
        await LoadAsync(personId);
    }

    public async Task SetAddressAsync(string address)
    {
        var answer = await studio.SetGuestAddressAsync(WeddingId, address);
        Trouble = answer.Done ? null : answer.Message;
        await LoadAsync(Chosen?.Person.Id);
    }

    public async Task NewLinkAsync()
    {
        Link = await studio.NewLinkAsync(WeddingId, Chosen!.Person.Id);
        await LoadAsync(Chosen.Person.Id);
    }

    public async Task CloseAsync()
    {
        Link = await studio.CloseLinkAsync(WeddingId, Chosen!.Person.Id);
        await LoadAsync(Chosen.Person.Id);
    }

    private async Task LoadAsync(int? personId)
    {
        var view = await studio.ShareAsync(WeddingId);
        View = view with { People = [.. PeopleOrder.Sort(view.People.Select(p => p.Person)).Join(view.People, p => p.Id, s => s.Person.Id, (_, s) => s)] };
        Chosen = View.People.FirstOrDefault(p => p.Person.Id == personId);
        Link = Chosen is null ? null : await studio.LinkAsync(WeddingId, Chosen.Person.Id);
        Changed?.Invoke();
    }

    private void OnNews(StudioNews news)
    {
        if (news.WeddingId == WeddingId)
            Refresh();
    }

    private async void Refresh()
    {
        try
        {
            await LoadAsync(Chosen?.Person.Id);
        }
        catch (Exception error) when (error is StudioRefusalException or InvalidOperationException or OperationCanceledException)
        {
            // The line is down or the page is closing; the connection says so when it returns.
        }
    }

    public void Dispose()
    {
        studio.PeopleChanged -= OnNews;
        studio.PicksChanged -= OnNews;
        studio.Returned -= Refresh;
    }
}
