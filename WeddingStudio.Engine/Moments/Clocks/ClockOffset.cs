namespace WeddingStudio.Engine.Moments.Clocks;

/// <summary>How far one camera's clock is off against another's, from the scenes both took.</summary>
/// <param name="Seconds">To add to the other camera's times.</param>
/// <param name="Scenes">Scenes both took, at that offset.</param>
/// <param name="Weight">What they tell together; <paramref name="RunnerUp"/> is the same at the best other offset.</param>
internal sealed record ClockOffset(double Seconds, int Scenes, double Weight, double RunnerUp)
{
    /// <summary>Two photographers of one scene release within this time of each other: a kiss or a group stands for seconds.</summary>
    private const double Together = 15;

    /// <summary>An offset this near is the same answer, not a rival.</summary>
    private const double Rival = 60;

    /// <summary>Offsets worth counting exactly: far more than can be best, and few enough for a wedding of thousands of photos.</summary>
    private const int Candidates = 200;

    /// <summary>Surely the offset: enough scenes, and no other offset explains nearly as much.</summary>
    public bool IsSure(MomentsOptions options) => Scenes >= options.FewestSharedScenes && Weight >= options.ClockMargin * RunnerUp;

    /// <returns>Null when no two scenes are alike.</returns>
    public static ClockOffset? Between(IReadOnlyList<ClockScene> reference, IReadOnlyList<ClockScene> other)
    {
        var shared = SharedScenes.Of(reference, other);
        if (shared.Length == 0)
            return null;
        var rated = Promising(shared).Select(at => (At: at, Found: Rate(shared, at))).OrderByDescending(c => c.Found.Weight)
            .ThenBy(c => Math.Abs(c.At)).ToList();
        var (best, found) = rated[0];
        var runnerUp = rated.Where(c => Math.Abs(c.At - best) > Rival).Select(c => c.Found.Weight).FirstOrDefault();
        return new ClockOffset(found.Middle, found.Scenes, found.Weight, runnerUp);
    }

    /// <summary>
    /// The sum of all weights around an offset is at least what it can be worth: those with the largest sums are counted exactly.
    /// </summary>
    private static IEnumerable<double> Promising(SharedScene[] shared)
    {
        var sums = new (double At, double Sum)[shared.Length];
        var (from, to, sum) = (0, 0, 0.0);
        for (var i = 0; i < shared.Length; i++)
        {
            while (to < shared.Length && shared[to].Apart <= shared[i].Apart + Together)
                sum += shared[to++].Weight;
            while (shared[from].Apart < shared[i].Apart - Together)
                sum -= shared[from++].Weight;
            sums[i] = (shared[i].Apart, sum);
        }

        // Half of them near the best, half elsewhere: all might lie within the same minute.
        Array.Sort(sums, (a, b) => b.Sum.CompareTo(a.Sum) is var order and not 0 ? order : a.At.CompareTo(b.At));
        return sums.Take(Candidates / 2).Concat(sums.Where(s => Math.Abs(s.At - sums[0].At) > Rival).Take(Candidates / 2))
            .Select(s => s.At).Distinct();
    }

    /// <summary>Every scene counts once, with its most telling partner.</summary>
    private static (double Middle, int Scenes, double Weight) Rate(SharedScene[] shared, double at)
    {
        var near = shared.Skip(First(shared, at - Together)).TakeWhile(s => s.Apart <= at + Together);
        var (reference, other) = (new HashSet<int>(), new HashSet<int>());
        var matched = new List<SharedScene>();
        foreach (var scene in near.OrderByDescending(s => s.Weight).ThenBy(s => Math.Abs(s.Apart - at)))
        {
            if (reference.Contains(scene.Reference) || other.Contains(scene.Other))
                continue;
            reference.Add(scene.Reference);
            other.Add(scene.Other);
            matched.Add(scene);
        }

        return (Median(matched), matched.Count, matched.Sum(s => s.Weight));
    }

    private static int First(SharedScene[] shared, double from)
    {
        var (low, high) = (0, shared.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = shared[middle].Apart < from ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Weighted: a chance pair among the scenes hardly moves it.</summary>
    private static double Median(List<SharedScene> matched)
    {
        var half = matched.Sum(s => s.Weight) / 2;
        var sum = 0.0;
        return matched.OrderBy(s => s.Apart).First(s => (sum += s.Weight) >= half).Apart;
    }
}
