namespace WeddingStudio.Engine.Hosting.Desks.Weddings;

/// <summary>
/// Draws the wedding that can be tried without photos. The engine knows only that somebody does: whoever starts it says who.
/// </summary>
public interface IWeddingDrawer
{
    string Name { get; }

    /// <summary>IANA: the times in its photos and its timetable are local to it.</summary>
    string TimeZone { get; }

    /// <summary>Whether the folder holds a wedding that was drawn to its end.</summary>
    bool IsDrawn(string directory);

    /// <summary>Draws photos, guests.csv and timeline.csv into a folder, over what is there.</summary>
    Task DrawAsync(string directory, IProgress<StageProgress> progress, CancellationToken ct);
}
