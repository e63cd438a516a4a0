using WeddingStudio.Bench.Measures;
using WeddingStudio.Drawn;

namespace WeddingStudio.Bench;

/// <summary>How good the picks of a drawn wedding are, against what is true of its photos.</summary>
/// <param name="Blinks">Picks on which the person blinks though a frame of the same burst shows them with open eyes.</param>
/// <param name="OfBursts">Picks from bursts that have a frame on which nobody blinks and nothing is out of
/// focus, and those that are such a frame.</param>
/// <param name="Twice">Pairs of one person's picks that are versions of one shot.</param>
/// <param name="Moments">People who could be shown in as many moments as they were seen in, or
/// as there are picks, and those who are.</param>
internal sealed record PickFigures(
    int People, int Picks, List<string> Blinks, (int All, List<string> Flawed) OfBursts, int Twice, (int All, List<string> Missed) Moments)
{
    /// <summary>
    /// Blurred more than this nobody would choose a frame. Sigma in pixels of the photo; drawn soft frames have 3 and more.
    /// </summary>
    private const double SoftFromPx = 1.5;

    public static PickFigures Of(Truth truth, TruthMatch match, ILookup<int, string> picks, int count)
    {
        var photoOf = truth.Photos.ToDictionary(p => p.PhotoId);
        var bursts = truth.Photos.Where(p => p.Series is not null && p.VersionOf is null).GroupBy(p => p.Series!).Where(g => g.Count() > 2)
            .ToDictionary(g => g.Key, g => g.ToList());
        var whoIs = match.OfPeople.Where(f => f.Found is not null).GroupBy(f => f.Found!.Person)
            .ToDictionary(g => g.Key, g => g.CountBy(f => f.Truth.Person!.Value).OrderByDescending(p => p.Value).First().Key);
        var figures = new PickFigures(0, 0, [], (0, []), 0, (0, []));
        foreach (var person in picks.Where(p => whoIs.TryGetValue(p.Key, out var who) && who >= 0))
            figures = figures.With(person.Key, whoIs[person.Key], [.. person.Select(id => photoOf[id])], bursts, match, count);
        return figures;
    }

    private PickFigures With(
        int id, int who, List<TruePhoto> picks, Dictionary<string, List<TruePhoto>> bursts, TruthMatch match, int count)
    {
        var ofBursts = OfBursts.All;
        foreach (var pick in picks)
        {
            var frames = pick.Series is { } series ? bursts.GetValueOrDefault(series) : null;
            if (frames is null)
                continue;
            if (IsBlink(pick, who) && frames.Exists(f => Has(f, who) && !IsBlink(f, who)))
                Blinks.Add($"{pick.PhotoId} of {id}");
            if (!frames.Exists(IsFlawless))
                continue;
            ofBursts++;
            if (!IsFlawless(pick))
                OfBursts.Flawed.Add($"{pick.PhotoId} of {id}");
        }

        var seen = match.OfPeople.Where(f => f.Found?.Person == id && f.ShouldBeFound && f.Truth.BlurSigmaPx < SoftFromPx)
            .Select(f => f.Photo.Moment).Distinct().Count();
        if (picks.Select(p => p.Moment).Distinct().Count() < Math.Min(seen, count))
            Moments.Missed.Add($"{id}: {picks.Select(p => p.Moment).Distinct().Count()} of {Math.Min(seen, count)}");
        var shots = picks.Count - picks.Select(p => p.VersionOf ?? p.PhotoId).Distinct().Count();
        return this with { People = People + 1, Picks = Picks + picks.Count, OfBursts = (ofBursts, OfBursts.Flawed), Twice = Twice + shots,
            Moments = (Moments.All + 1, Moments.Missed) };
    }

    private static bool Has(TruePhoto photo, int who) => photo.Faces.Any(f => f.Person == who);

    private static bool IsBlink(TruePhoto photo, int who) => photo.Faces.Any(f => f.Person == who && !(f.EyesOpen[0] && f.EyesOpen[1]));

    private static bool IsFlawless(TruePhoto photo) =>
        photo.Faces.Where(f => f.Person >= 0).All(f => f.EyesOpen[0] && f.EyesOpen[1] && f.BlurSigmaPx < SoftFromPx);

    public void Print()
    {
        Write($"{People} people, {Picks} picks");
        Write($"blinks picked beside an open-eyed frame: {Blinks.Count} {string.Join(", ", Blinks)}");
        Write($"from bursts: {OfBursts.All - OfBursts.Flawed.Count} of {OfBursts.All} are a frame without a flaw ",
            $"{string.Join(", ", OfBursts.Flawed)}");
        Write($"versions of one shot picked twice: {Twice}");
        Write($"as many moments as can be: {Moments.All - Moments.Missed.Count} of {Moments.All} people ",
            $"{string.Join(", ", Moments.Missed)}");
    }

    private static void Write(params FormattableString[] text) =>
        Console.WriteLine(string.Concat(text.Select(FormattableString.Invariant)));
}
