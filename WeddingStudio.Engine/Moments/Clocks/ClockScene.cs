namespace WeddingStudio.Engine.Moments.Clocks;

/// <summary>What one camera saw at one time: a photo, or the frames of a burst.</summary>
/// <param name="At">UTC by the camera's own clock, or by the right one.</param>
/// <param name="People">Sorted ids of those in it.</param>
internal sealed record ClockScene(DateTime At, int[] People)
{
    /// <summary>Frames that follow each other within this time show one scene, which must not count several times.</summary>
    private static readonly TimeSpan _oneScene = TimeSpan.FromSeconds(2);

    /// <returns>In order of time; photos without anybody known tell nothing and are left out.</returns>
    public static IReadOnlyList<ClockScene> From(IEnumerable<(DateTime At, int[] People)> photos)
    {
        var scenes = new List<ClockScene>();
        DateTime last = default;
        foreach (var (at, people) in photos.Where(p => p.People.Length > 0).OrderBy(p => p.At).ThenBy(p => p.People.Length))
        {
            if (scenes.Count > 0 && at - last <= _oneScene)
                scenes[^1] = scenes[^1] with { People = [.. scenes[^1].People.Union(people).Order()] };
            else
                scenes.Add(new ClockScene(at, people));
            last = at;
        }

        return scenes;
    }
}
