using WeddingStudio.Engine.Hosting.Desks.Picks;
using WeddingStudio.Engine.Hosting.Doors.Hubs;

namespace WeddingStudio.Web.Components.Picks;

/// <summary>What the Album page shows. An album of other photos waits until it is asked for: nothing moves under the cursor.</summary>
public sealed class AlbumState(StudioConnection studio, PageThread page) : IDisposable
{
    private AlbumView? _waiting;
    private bool _loading, _again;

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

    /// <summary>One at a time: the album of a large wedding is half a second's work, and news may come in bursts.</summary>
    private async Task LoadAsync()
    {
        _again = true;
        if (_loading)
            return;
        _loading = true;
        try
        {
            while (_again)
            {
                _again = false;
                var asked = WeddingId;
                var view = await studio.AlbumAsync(asked);
                if (asked == WeddingId)
                    Take(view);
            }
        }
        finally
        {
            _loading = false;
        }
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
