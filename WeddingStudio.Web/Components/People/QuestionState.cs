using WeddingStudio.Web.Components.Connection;
using WeddingStudio.Web.Components.Corrections;

namespace WeddingStudio.Web.Components.People;

/// <summary>
/// The questions whether two people are one. The one that is shown stays until it is answered, skipped or settled elsewhere, however
/// the others change behind it; what was skipped is not asked again in this visit.
/// </summary>
public sealed partial class QuestionState : IDisposable
{
    private readonly StudioConnection _studio;
    private readonly CorrectionDesk _desk;
    private readonly TimeProvider _clock;
    private readonly Watched<IReadOnlyList<QuestionView>> _asked;
    private readonly HashSet<(int, int)> _skipped = [];
    private List<QuestionView> _questions = [];
    private long _shownAt;

    public QuestionState(StudioConnection studio, CorrectionDesk desk, PageThread page, TimeProvider clock)
    {
        (_studio, _desk, _clock) = (studio, desk, clock);
        _asked = new(studio, page, NewsOf.People, Take);
    }

    public event Action? Changed;

    public WeddingId WeddingId => _asked.WeddingId;
    public QuestionView? Current => _questions.FirstOrDefault();
    public int More => Math.Max(0, _questions.Count - 1);

    /// <summary>Answers given in this visit.</summary>
    public int Answered { get; private set; }

    /// <summary>An answer is on its way.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>The user does not want to be asked in this visit.</summary>
    public bool IsPutOff { get; private set; }

    public async Task OpenAsync(WeddingId weddingId, Func<Func<Task>, Task> dispatch)
    {
        if (weddingId == WeddingId)
            return;
        (_questions, Answered, IsPutOff) = ([], 0, false);
        _skipped.Clear();
        await _asked.OpenAsync(weddingId, dispatch, () => _studio.People.Questions(weddingId));
    }

    public void PutOff(bool off)
    {
        IsPutOff = off;
        _shownAt = _clock.GetTimestamp();
        Changed?.Invoke();
    }

    private void Take(IReadOnlyList<QuestionView> questions)
    {
        var shown = Current is { } current ? Key(current) : default((int, int)?);
        _questions = [.. questions.Where(q => !_skipped.Contains(Key(q)) && q.First.Faces.Count > 0 && q.Second.Faces.Count > 0)
            .OrderByDescending(q => Key(q) == shown)];
        if (Current is { } next && Key(next) != shown)
            _shownAt = _clock.GetTimestamp();
        Changed?.Invoke();
    }

    private static (int, int) Key(QuestionView question) =>
        (Math.Min(question.First.Id, question.Second.Id), Math.Max(question.First.Id, question.Second.Id));

    public void Dispose() => _asked.Dispose();
}
