namespace WeddingStudio.Web.Components.Photos;

/// <summary>The fetch of the sharper analysis in everyday words.</summary>
public static class ModelUpgradeWords
{
    /// <summary>`7.2 MB`, or `3.2 MB of 7.2 MB are here already`.</summary>
    public static string Offer(ModelUpgradeView view) => view.BytesHere > 0
        ? $"{ByteWords.Of(view.BytesHere)} of {ByteWords.Of(view.TotalBytes)} are here already"
        : ByteWords.Of(view.TotalBytes);

    /// <summary>`3.2 MB of 7.2 MB`, and what it waits for.</summary>
    public static string Pace(PullProgress progress) =>
        $"{ByteWords.Of(progress.DoneBytes)} of {ByteWords.Of(progress.TotalBytes)}"
        + $"{(progress.RetryIn is { } pause ? $". No connection, again in {pause.TotalSeconds:0} s" : "")}";
}
