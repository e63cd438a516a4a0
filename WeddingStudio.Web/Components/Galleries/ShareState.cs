using WeddingStudio.Web.Access;
using WeddingStudio.Web.Components.Connection;
using WeddingStudio.Web.Components.People;
using WeddingStudio.Words;

namespace WeddingStudio.Web.Components.Galleries;

/// <summary>What the Share page shows: everybody, one person's link, and the address it is made from.</summary>
public sealed class ShareState : IDisposable
{
    private readonly StudioConnection _studio;
    private readonly ServerAddress _server;
    private readonly StudioWords _words;
    private readonly Watched<(ShareView View, GalleryLinkView? Link)> _share;
    private SettledPeople _order = new();
    private int? _asked;

    public ShareState(StudioConnection studio, ServerAddress server, PageThread page, StudioWords words)
    {
        (_studio, _server, _words) = (studio, server, words);
        _share = new(studio, page, NewsOf.People | NewsOf.Picks, Take);
    }

    public event Action? Changed;

    public WeddingId WeddingId => _share.WeddingId;
    public ShareView? View { get; private set; }
    public GalleryLinkView? Link { get; private set; }
    public ShareTile? Chosen { get; private set; }
    public bool IsFetching { get; private set; }
    public string Search { get; set; } = "";
    public Message? Trouble { get; private set; }

    /// <summary>Addresses of this computer that phones in the same network can open.</summary>
    public IReadOnlyList<string> Suggestions => _server.ForTheNetwork;

    public IReadOnlyList<ShareTile> Shown => View is null ? []
        : [.. View.People.Where(p => PeopleOrder.Matches(_words, p.Person, Search))];

    /// <summary>The whole link, null until address and gallery are there.</summary>
    public string? Url => View?.GuestAddress is { } address && Link?.Path is { } path ? address.TrimEnd('/') + path : null;

    public async Task OpenAsync(WeddingId weddingId, int? personId, Func<Func<Task>, Task> dispatch)
    {
        if (weddingId != WeddingId)
            (View, _order) = (null, new SettledPeople());
        // The last person's link must not stand beside another name while theirs is fetched.
        (_asked, Chosen, Link, IsFetching) = (personId, null, null, true);
        await _share.OpenAsync(weddingId, dispatch, () => AskAsync(weddingId, personId));
    }

    public async Task SetAddressAsync(string address)
    {
        var answer = await _share.ChangeAsync(() => _studio.Galleries.SetGuestAddress(WeddingId, address));
        Trouble = answer.Done ? null : answer.Message;
        await _share.RefreshAsync();
    }

    public async Task NewLinkAsync()
    {
        await _share.ChangeAsync(() => _studio.Galleries.NewLink(WeddingId, Chosen!.Person.Id), _ => 0);
        await _share.RefreshAsync();
    }

    public async Task CloseAsync()
    {
        await _share.ChangeAsync(() => _studio.Galleries.CloseLink(WeddingId, Chosen!.Person.Id), _ => 0);
        await _share.RefreshAsync();
    }

    private async Task<(ShareView, GalleryLinkView?)> AskAsync(WeddingId weddingId, int? personId)
    {
        var view = await _studio.Galleries.Share(weddingId);
        return (view, view.People.Any(p => p.Person.Id == personId) ? await _studio.Galleries.Link(weddingId, personId!.Value) : null);
    }

    private void Take((ShareView View, GalleryLinkView? Link) share)
    {
        _order.Take([.. share.View.People.Select(p => p.Person)]);
        _order.LetInAtTheEnd();
        var tiles = share.View.People.ToDictionary(p => p.Person.Id);
        View = share.View with { People = [.. _order.InOrder.Select(p => tiles[p.Id])] };
        (Chosen, Link, IsFetching) = (share.View.People.FirstOrDefault(p => p.Person.Id == _asked), share.Link, false);
        Changed?.Invoke();
    }

    public void Dispose() => _share.Dispose();
}
