using WeddingStudio.Engine.Hosting.Desks.People;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Web.Components.Corrections;

namespace WeddingStudio.Web.Components.People;

/// <summary>
/// The questions whether two people are one. The one that is shown stays until it is answered, skipped or settled elsewhere, however
/// the others change behind it; what was skipped is not asked again in this visit.
/// </summary>
public sealed partial class QuestionState(StudioConnection studio, CorrectionDesk desk, PageThread page, TimeProvider clock) : IDisposable
{
    private readonly HashSet<(int, int)> _skipped = [];
    private List<QuestionView> _questions = [];
    private Task _load = Task.CompletedTask;
    private bool _again;
    private long _shownAt;

    public event Action? Changed;

    public string WeddingId { get; private set; } = "";
    public QuestionView? Current => _questions.FirstOrDefault();
    public int More => Math.Max(0, _questions.Count - 1);

    /// <summary>Answers given in this visit.</summary>
    public int Answered { get; private set; }

    /// <summary>An answer is on its way.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>The user does not want to be asked in this visit.</summary>
    public bool IsPutOff { get; private set; }

    public async Task OpenAsync(string weddingId, Func<Func<Task>, Task> dispatch)
    {
        if (weddingId == WeddingId)
            return;
        if (WeddingId.Length == 0)
        {
            page.Use(dispatch);
            studio.PeopleChanged += OnNews;
            studio.Returned += Refresh;
        }

        (WeddingId, _questions, Answered, IsPutOff) = (weddingId, [], 0, false);
        _skipped.Clear();
        await LoadAsync();
    }

    public void PutOff(bool off)
    {
        IsPutOff = off;
        _shownAt = clock.GetTimestamp();
        Changed?.Invoke();
    }

    private void OnNews(StudioNews news)
    {
        if (news.WeddingId == WeddingId)
            Refresh();
    }

    private void Refresh() => page.Post(LoadAsync);

    private Task LoadAsync()
    {
        _again = true;
        return _load.IsCompleted ? _load = LoadAllAsync() : _load;
    }

    private async Task LoadAllAsync()
    {
        while (_again)
        {
            _again = false;
            var asked = (WeddingId, Answered);
            var questions = await studio.QuestionsAsync(WeddingId);

            // What was asked for before an answer may still hold the question that was answered.
            if (asked == (WeddingId, Answered))
                Take(questions);
            else
                _again = true;
        }
    }

    private void Take(IReadOnlyList<QuestionView> questions)
    {
        var shown = Current is { } current ? Key(current) : default((int, int)?);
        _questions = [.. questions.Where(q => !_skipped.Contains(Key(q)) && q.First.Faces.Count > 0 && q.Second.Faces.Count > 0).OrderByDescending(q => Key(q) == shown)];
        if (Current is { } next && Key(next) != shown)
            _shownAt = clock.GetTimestamp();
        Changed?.Invoke();
    }

    private static (int, int) Key(QuestionView question) =>
        (Math.Min(question.First.Id, question.Second.Id), Math.Max(question.First.Id, question.Second.Id));

    public void Dispose()
    {
        studio.PeopleChanged -= OnNews;
        studio.Returned -= Refresh;
    }
}
