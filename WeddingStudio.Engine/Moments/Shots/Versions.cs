namespace WeddingStudio.Engine.Moments.Shots;

/// <summary>Finds the photos that are versions of one shot: other size, crop, colour or format, RAW and JPEG, an edited copy.</summary>
internal static class Versions
{
    /// <summary>
    /// A crop whose name and time say nothing is looked for where this many people are in both photos, or somebody is seen just as there.
    /// </summary>
    private const int PeopleOfCrop = 3;

    private const int CandidateBits = 10;

    /// <summary>Pairs worth a look at their faces. Linear in the photos that have a time, as all should.</summary>
    /// <param name="photos">All of the day.</param>
    /// <param name="alike">Ids of photos that <see cref="AlikeFaces"/> found.</param>
    public static IReadOnlyList<(VersionPhoto A, VersionPhoto B)> Candidates(
        IReadOnlyList<VersionPhoto> photos, params IEnumerable<(int A, int B)> alike)
    {
        var byId = photos.ToDictionary(p => p.Id);
        VersionPhoto[] all = [.. photos.OrderBy(p => p.Id)];
        var byInstant = all.Where(p => p.TakenAt is not null).GroupBy(p => p.TakenAt!.Value.Ticks / TimeSpan.TicksPerSecond);
        var byName = all.GroupBy(p => p.Name.Stem);
        var untimed = all.Where(p => p.TakenAt is null).SelectMany(p => all
            .Where(q => (q.TakenAt is not null || q.Id > p.Id)
                && (VersionRule.Bits(p, q) <= CandidateBits
                    || (p.People.Length >= PeopleOfCrop && q.People.Length >= PeopleOfCrop && InBoth(p.People, q.People) >= PeopleOfCrop)))
            .Select(q => (A: p, B: q)));
        return [.. byInstant.Concat<IEnumerable<VersionPhoto>>(byName).SelectMany(Pairs).Concat(untimed)
            .Concat(alike.Select(p => (A: byId[p.A], B: byId[p.B])))
            .Select(p => p.A.Id < p.B.Id ? p : (A: p.B, B: p.A)).Distinct()
            .Where(p => VersionRule.Compare(p.A, p.B) != VersionRule.Times.Differ)
            .OrderByDescending(p => VersionRule.Compare(p.A, p.B)).ThenByDescending(p => p.A.Name.SameShotAs(p.B.Name))
            .ThenBy(p => VersionRule.Bits(p.A, p.B)).ThenBy(p => p.A.Id).ThenBy(p => p.B.Id)];
    }

    /// <param name="candidates">Of <see cref="Candidates"/>, the surest first.</param>
    /// <param name="faces">By photo id, of the photos among the candidates.</param>
    /// <returns>Photo id to the id of the version that is shown, for photos of shots with several versions.</returns>
    public static IReadOnlyDictionary<int, int> Find(
        IReadOnlyList<(VersionPhoto A, VersionPhoto B)> candidates, ILookup<int, VersionFace> faces)
    {
        var shots = new Dictionary<int, List<VersionPhoto>>();
        foreach (var (a, b) in candidates)
        {
            var (shotA, shotB) = (ShotOf(a), ShotOf(b));
            if (shotA == shotB || !AreVersions(a, b, faces))
                continue;

            // A photo without a time may be like two frames of a burst: it joins one of them and does not make them one.
            if (shotA.Any(p => shotB.Any(q => VersionRule.Compare(p, q) == VersionRule.Times.Differ)))
                continue;
            shotA.AddRange(shotB);
            foreach (var photo in shotB)
                shots[photo.Id] = shotA;
        }

        return shots.Values.Where(s => s.Count > 1).Distinct().SelectMany(s => s.Select(p => (p.Id, Shown: ShownVersion.Of(s).Id)))
            .ToDictionary(p => p.Id, p => p.Shown);

        List<VersionPhoto> ShotOf(VersionPhoto photo) => shots.TryGetValue(photo.Id, out var shot) ? shot : shots[photo.Id] = [photo];
    }

    private static bool AreVersions(VersionPhoto a, VersionPhoto b, ILookup<int, VersionFace> faces)
    {
        VersionFace[] facesA = [.. faces[a.Id]], facesB = [.. faces[b.Id]];
        return VersionRule.AreVersions(a, b, FaceMap.Of(a, facesA, b, facesB), facesA.Length + facesB.Length == 0);
    }

    private static IEnumerable<(VersionPhoto A, VersionPhoto B)> Pairs(IEnumerable<VersionPhoto> group)
    {
        VersionPhoto[] photos = [.. group];
        for (var i = 0; i < photos.Length; i++)
        {
            for (var j = i + 1; j < photos.Length; j++)
                yield return (photos[i], photos[j]);
        }
    }

    private static int InBoth(int[] a, int[] b)
    {
        var both = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var order = a[i].CompareTo(b[j]);
            (i, j, both) = (order <= 0 ? i + 1 : i, order >= 0 ? j + 1 : j, order == 0 ? both + 1 : both);
        }

        return both;
    }
}
