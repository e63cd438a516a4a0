using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Jobs;

namespace WeddingStudio.Engine.Hosting.Desks.Photos;

/// <summary>The photos of a wedding and how far their analysis is.</summary>
/// <param name="Photos">Photos known so far, exact duplicates not counted.</param>
/// <param name="Folder">Where they are read from; null while only uploads exist.</param>
/// <param name="ConsentBy">Who agreed to face grouping; null = not yet asked.</param>
/// <param name="ModelTrouble">Why there can be no analysis, with the remedy; null when all is well.</param>
/// <param name="Analysis">What the analysis is done with, in a word; null when there can be none.</param>
/// <param name="Drawn">The studio draws them; nothing else is let in.</param>
/// <param name="StillToDraw">They are not drawn to the end yet.</param>
/// <param name="Samples">Some of the drawn photos, to be seen before and without any analysis.</param>
/// <param name="Gone">Photos whose files are no longer there; not among <paramref name="Photos"/>.</param>
/// <param name="FolderTrouble">Why the folder cannot be read, in words; null when it can.</param>
/// <param name="Missing">So many photos were missing at once that the last analysis changed nothing; 0 when it did not come to that.</param>
/// <param name="Links">Links out of the folder, which are not followed.</param>
/// <param name="FirstFaces">Faces seen since this analysis began, a few.</param>
/// <param name="Trouble">What keeps its best photos from being up to date, with the remedy.</param>
/// <param name="Zones">The time zones to choose from, where the wedding's is one this computer does not know.</param>
public sealed record ImportView(
    string? Folder, int Photos, int Ready, int Uploaded, int Duplicates, int Problems, int Videos, int OtherFiles,
    string? ConsentBy, JobState? Job, string? JobError, string? ModelTrouble, string? Analysis, IReadOnlyList<StageProgress> Stages,
    bool Drawn = false, bool StillToDraw = false, IReadOnlyList<string>? Samples = null, IReadOnlyList<string>? FirstFaces = null, int Links = 0,
    int Gone = 0, string? FolderTrouble = null, int Missing = 0, string? Trouble = null, IReadOnlyList<string>? Zones = null)
{
    /// <summary>Known, but not yet looked at.</summary>
    public int Fresh => Photos - Ready - Problems;
}

/// <summary>A file that could not be read, and why.</summary>
/// <param name="Photo">Its path.</param>
/// <param name="Problem">Continues a sentence that begins with the path.</param>
/// <param name="IsGone">It was read before, and its file is no longer there.</param>
public sealed record ProblemView(string Photo, string Problem, bool IsGone = false);
