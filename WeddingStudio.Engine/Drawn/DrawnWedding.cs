namespace WeddingStudio.Engine.Drawn;

/// <summary>Draws a whole wedding into a folder: photos/, truth.json, guests.csv and timeline.csv.</summary>
public static class DrawnWedding
{
    public const string Name = "The wedding of Robin & Kim";

    /// <summary>Where it is held: the times in its photos and its timetable are local to it.</summary>
    public const string TimeZone = "Europe/Rome";

    /// <param name="options">How large; see there.</param>
    /// <param name="directory">Made if missing. What an earlier run drew there is drawn over.</param>
    /// <param name="progress">Photos drawn so far, and how many there will be.</param>
    /// <param name="ct">Stops between photos; truth.json is written last, so a folder without it is not finished.</param>
    public static Task DrawAsync(DrawnOptions options, string directory, IProgress<DrawnProgress> progress, CancellationToken ct) =>
        throw new NotImplementedException();
}
