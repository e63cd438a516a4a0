using MudBlazor;
using WeddingStudio.Web.Components.Connection;
using WeddingStudio.Words;

namespace WeddingStudio.Web.Components.Corrections;

/// <summary>Says things to the journal and shows what came of it, always with a way back.</summary>
public sealed class CorrectionDesk(StudioConnection studio, ISnackbar snackbar, StudioWords words)
{
    public Task<CorrectionOutcome> SayAsync(WeddingId weddingId, Statement statement) =>
        TellAsync(weddingId, studio.People.Correct(weddingId, statement));

    public Task<CorrectionOutcome> DrawAsync(WeddingId weddingId, int photoId, PhotoShare share, Statement whose) =>
        TellAsync(weddingId, studio.People.DrawFace(weddingId, photoId, share, whose));

    private async Task<CorrectionOutcome> TellAsync(WeddingId weddingId, Task<CorrectionOutcome> said)
    {
        var outcome = await said;
        Tell(outcome, words["Corrections.Undo"], () => UndoAsync(weddingId));
        return outcome;
    }

    public async Task UndoAsync(WeddingId weddingId) =>
        Tell(await studio.People.Undo(weddingId), words["Corrections.Redo"], () => RedoAsync(weddingId));

    public async Task RedoAsync(WeddingId weddingId) =>
        Tell(await studio.People.Redo(weddingId), words["Corrections.Undo"], () => UndoAsync(weddingId));

    private void Tell(CorrectionOutcome outcome, string wayBack, Func<Task> goBack)
    {
        snackbar.Clear();
        snackbar.Add(words.Of(outcome.Message), outcome.Accepted ? Severity.Normal : Severity.Warning, options =>
        {
            options.CloseAfterNavigation = true;
            options.HideIcon = outcome.Accepted;
            if (!outcome.Accepted)
                return;
            options.Action = wayBack;
            options.ActionColor = Color.Inherit;
            options.OnClick = _ => goBack();
        });
    }
}
