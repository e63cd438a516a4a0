using WeddingStudio.Web.Components.Corrections;

namespace WeddingStudio.Web.Components.People;

/// <summary>What the user answers, and what becomes of the questions that wait.</summary>
public sealed partial class QuestionState
{
    /// <summary>
    /// As long as nobody can have seen the question: what comes sooner, as the second click of two, was meant for the one before.
    /// </summary>
    public static readonly TimeSpan Unseen = TimeSpan.FromMilliseconds(400);

    /// <param name="asked">The question as it was shown; an answer to another than <see cref="Current"/> is none.</param>
    public Task SameAsync(QuestionView asked) =>
        AnswerAsync(asked, Say.SamePerson([asked.First.Id, asked.Second.Id], FaceOfEach(asked)),
            other => Mentions(other, asked.First.Id) || Mentions(other, asked.Second.Id));

    public Task DifferentAsync(QuestionView asked) =>
        AnswerAsync(asked, Say.DifferentPeople(FaceOfEach(asked)), other => Key(other) == Key(asked));

    public void Skip(QuestionView asked)
    {
        if (!MayAnswer(asked))
            return;
        _skipped.Add(Key(asked));
        Take(_questions);
    }

    private bool MayAnswer(QuestionView asked) =>
        !IsBusy && Current is { } current && Key(current) == Key(asked) && _clock.GetElapsedTime(_shownAt) >= Unseen;

    private async Task AnswerAsync(QuestionView asked, Statement statement, Func<QuestionView, bool> isOver)
    {
        if (!MayAnswer(asked))
            return;
        var weddingId = WeddingId;
        IsBusy = true;
        Changed?.Invoke();
        try
        {
            var outcome = await _asked.ChangeAsync(() => _desk.SayAsync(weddingId, statement));
            if (weddingId != WeddingId)
                return;
            if (!outcome.Accepted)
            {
                _asked.Refresh();
                return;
            }

            // The next question is there at once. Two who became one: who of them stays is the journal's to say, so all about either
            // come again with the refresh. When no other is left the card waits for it: it is no end while more may come.
            Answered++;
            var left = _questions.Where(q => !isOver(q)).ToList();
            if (left.Count > 0)
            {
                Take(left);
                _asked.Refresh();
            }
            else
            {
                await _asked.RefreshAsync();
            }
        }
        finally
        {
            IsBusy = false;
            Changed?.Invoke();
        }
    }

    private static bool Mentions(QuestionView question, int personId) => question.First.Id == personId || question.Second.Id == personId;

    private static IReadOnlyList<int> FaceOfEach(QuestionView question) =>
        [question.First.Faces[0].FaceId, question.Second.Faces[0].FaceId];
}
