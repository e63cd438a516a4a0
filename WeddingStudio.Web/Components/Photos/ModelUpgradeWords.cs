using WeddingStudio.Words;

namespace WeddingStudio.Web.Components.Photos;

/// <summary>The fetch of the sharper analysis in everyday words.</summary>
public static class ModelUpgradeWords
{
    /// <summary>`7.2 MB.`, or `3.2 MB of 7.2 MB are here already.`</summary>
    public static string UpgradeSize(this StudioWords words, ModelUpgradeView view) => view.BytesHere > 0
        ? words["Photos.SharperPartlyHere", words.Bytes(view.BytesHere), words.Bytes(view.TotalBytes)]
        : words["Photos.SharperSize", words.Bytes(view.TotalBytes)];

    /// <summary>`3.2 MB of 7.2 MB`, and what it waits for.</summary>
    public static string UpgradePace(this StudioWords words, PullProgress progress)
    {
        var (done, total) = (words.Bytes(progress.DoneBytes), words.Bytes(progress.TotalBytes));
        return progress.RetryIn is { } pause
            ? words["Photos.SharperRetry", done, total, pause.TotalSeconds] : words["Photos.OutOf", done, total];
    }
}
