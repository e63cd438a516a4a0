using WeddingStudio.Engine.Corrections;
using WeddingStudio.Engine.Hosting;
using WeddingStudio.Web.Components.Corrections;

namespace WeddingStudio.Web.Components.People;

/// <summary>
/// The questions whether two people are one. The one that is shown stays until it is answered, skipped or settled elsewhere, however
/// the others change behind it; what was skipped is not asked again in this visit.
/// </summary>
public sealed class QuestionState(StudioConnection studio, CorrectionDesk desk, PageThread page) : IDisposable
{
    private readonly HashSet<(int, int)> _skipped = [];
    private List<QuestionView> _questions = [];
    private bool _loading, _again;

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

    public Task SameAsync() => AnswerAsync(question => Say.SamePerson([question.First.Id, question.Second.Id], FaceOfEach(question)), gone: question => question.Second.Id);

    public Task DifferentAsync() => AnswerAsync(question => Say.DifferentPeople(FaceOfEach(question)), gone: _ => null);

    public void Skip()
    {
        if (Current is not { } question || IsBusy)
            return;
        _skipped.Add(Key(question));
        Take(_questions);
    }

    public void PutOff(bool off)
    {
        IsPutOff = off;
        Changed?.Invoke();
    }

    private async Task AnswerAsync(Func<QuestionView, Statement> statement, Func<QuestionView, int?> gone)
    {
        if (Current is not { } question || IsBusy)
            return;
        IsBusy = true;
        Changed?.Invoke();
        try
        {
            if ((await desk.SayAsync(WeddingId, statement(question))).Accepted)
            {
                // The next question is there at once; those about somebody who is no more come again, about whom they became.
                Answered++;
                Take([.. _questions.Skip(1).Where(q => gone(question) is not { } id || (q.First.Id != id && q.Second.Id != id))]);
            }
            else
            {
                Refresh();
            }
        }
        finally
        {
            IsBusy = false;
            Changed?.Invoke();
        }
    }

    private void OnNews(StudioNews news)
    {
        if (news.WeddingId == WeddingId)
            Refresh();
    }

    private void Refresh() => page.Post(LoadAsync);

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
                var asked = WeddingId;
                var questions = await studio.QuestionsAsync(asked);
                if (asked == WeddingId)
                    Take(questions);
            }
            while (_again);
        }
        finally
        {
            _loading = false;
        }
    }

    private void Take(IReadOnlyList<QuestionView> questions)
    {
        var shown = Current is { } current ? Key(current) : default((int, int)?);
        _questions = [.. questions.Where(q => !_skipped.Contains(Key(q)) && q.First.Faces.Count > 0 && q.Second.Faces.Count > 0).OrderByDescending(q => Key(q) == shown)];
        Changed?.Invoke();
    }

    private static (int, int) Key(QuestionView question) =>
        (Math.Min(question.First.Id, question.Second.Id), Math.Max(question.First.Id, question.Second.Id));

    private static IReadOnlyList<int> FaceOfEach(QuestionView question) => [question.First.Faces[0].FaceId, question.Second.Faces[0].FaceId];

    public void Dispose()
    {
        studio.PeopleChanged -= OnNews;
        studio.Returned -= Refresh;
    }
}
