using WeddingStudio.Engine.Hosting;

namespace WeddingStudio.Web.Components.Picks;

/// <summary>What the Album page shows. An album of other photos waits until it is asked for: nothing moves under the cursor.</summary>
public sealed class AlbumState(StudioConnection studio, PageThread page) : IDisposable
{
    private AlbumView? _waiting;
    private int _version;

    public event Action? Changed;

    public string WeddingId { get; private set; } = "";
    public AlbumView? View { get; private set; }
    public bool IsWaiting => _waiting is not null;

    public async Task OpenAsync(string weddingId, Func<Func<Task>, Task> dispatch)
    {
        if (weddingId == WeddingId)
            return;
        if (WeddingId.Length == 0)
        {
            page.Use(dispatch);
            studio.PeopleChanged += OnNews;
            studio.PicksChanged += OnNews;
            studio.Returned += Refresh;
        }

        (WeddingId, View, _waiting) = (weddingId, null, null);
        await LoadAsync();
    }

    public void ShowWaiting()
    {
        (View, _waiting) = (_waiting ?? View, null);
        Changed?.Invoke();
    }

    private async Task LoadAsync()
    {
        var mine = ++_version;
        var view = await studio.AlbumAsync(WeddingId);
        if (mine == _version)
            Take(view);
    }

    /// <summary>Names and who has no photos change in place.</summary>
    internal void Take(AlbumView view)
    {
        var samePhotos = View is null || View.Photos.Count == 0 || View.Photos.Select(p => p.PhotoId).SequenceEqual(view.Photos.Select(p => p.PhotoId));
        if (samePhotos)
            (View, _waiting) = (view, null);
        else
            (View, _waiting) = (View! with { Guests = view.Guests, HasGuestList = view.HasGuestList }, view);
        Changed?.Invoke();
    }

    private void OnNews(StudioNews news)
    {
        if (news.WeddingId == WeddingId)
            Refresh();
    }

    private void Refresh() => page.Post(LoadAsync);

    public void Dispose()
    {
        studio.PeopleChanged -= OnNews;
        studio.PicksChanged -= OnNews;
        studio.Returned -= Refresh;
    }
}
