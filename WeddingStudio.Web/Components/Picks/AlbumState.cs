using WeddingStudio.Web.Components.Connection;

namespace WeddingStudio.Web.Components.Picks;

/// <summary>What the Album page shows. An album of other photos waits until it is asked for: nothing moves under the cursor.</summary>
public sealed class AlbumState : IDisposable
{
    private readonly StudioConnection _studio;
    private readonly Watched<AlbumView> _album;
    private AlbumView? _waiting;

    public AlbumState(StudioConnection studio, PageThread page) =>
        (_studio, _album) = (studio, new(studio, page, NewsOf.People | NewsOf.Picks, Take));

    public event Action? Changed;

    public WeddingId WeddingId => _album.WeddingId;
    public AlbumView? View { get; private set; }
    public bool IsWaiting => _waiting is not null;

    public async Task OpenAsync(WeddingId weddingId, Func<Func<Task>, Task> dispatch)
    {
        if (weddingId == WeddingId)
            return;
        (View, _waiting) = (null, null);
        await _album.OpenAsync(weddingId, dispatch, () => _studio.Picks.Album(weddingId));
    }

    public void ShowWaiting()
    {
        (View, _waiting) = (_waiting ?? View, null);
        Changed?.Invoke();
    }

    /// <summary>Names and who has no photos change in place.</summary>
    internal void Take(AlbumView view)
    {
        var samePhotos = View is null || View.Photos.Count == 0
            || View.Photos.Select(p => p.PhotoId).SequenceEqual(view.Photos.Select(p => p.PhotoId));
        if (samePhotos)
            (View, _waiting) = (view, null);
        else
            (View, _waiting) = (View! with { Guests = view.Guests, HasGuestList = view.HasGuestList }, view);
        Changed?.Invoke();
    }

    public void Dispose() => _album.Dispose();
}
