using WeddingStudio.Engine.People.Suggestions;

namespace WeddingStudio.Bench;

/// <summary>Precision among the first questions, and recall of the pairs that could be asked about.</summary>
internal static class QuestionFigures
{
    private static readonly int[] Firsts = [5, 10, 20];

    /// <param name="whoIs">The true person of a Person.Id; null for nobody known.</param>
    public static void Print(IReadOnlyList<ComparedFace> faces, Func<int, string?> whoIs, bool all)
    {
        var photosOf = faces.GroupBy(f => f.PersonId).ToDictionary(g => g.Key, g => g.Select(f => f.PhotoId).ToHashSet());
        var split = (from a in photosOf.Keys from b in photosOf.Keys
                     where a < b && whoIs(a) is { } who && who == whoIs(b) && !photosOf[a].Overlaps(photosOf[b]) select (a, b)).ToHashSet();
        Write($"{faces.Count} faces, {photosOf.Count} people, {split.Count} pairs of them one person and never in one photo; ",
            $"clothes of {faces.Count(f => f.Clothes.Length > 0)} faces");
        ComparedFace[] unclothed = [.. faces.Select(f => f with { Clothes = [] })];
        foreach (var (name, heard) in ((string, IReadOnlyList<ComparedFace>)[])[("faces alone", unclothed), ("and clothes", faces)])
        {
            var asked = SuggestedPairs.Find(heard, (_, _) => true);
            bool IsRight(Suggestion s) => split.Contains((Math.Min(s.FirstId, s.SecondId), Math.Max(s.FirstId, s.SecondId)));
            var right = asked.Count(IsRight);
            var firsts = string.Join(", ", Firsts.Select(k => $"{asked.Take(k).Count(IsRight)} of the first {Math.Min(k, asked.Count)}"));
            Write($"{name,-12} {asked.Count} questions, {right} right: {firsts}; {right} of {split.Count} pairs found");
            if (!all || heard == unclothed)
                continue;
            foreach (var s in asked)
                Write($"  {(IsRight(s) ? "yes" : "NO ")} {s.FirstId} ({photosOf[s.FirstId].Count}) and {s.SecondId} ",
                    $"({photosOf[s.SecondId].Count}): {s.LogOdds:0.0}, {s.Reason(id => $"{id}")}, clothes {s.Clothes?.LogOdds:0.0}");
        }
    }

    private static void Write(params FormattableString[] text) =>
        Console.WriteLine(string.Concat(text.Select(FormattableString.Invariant)));
}
