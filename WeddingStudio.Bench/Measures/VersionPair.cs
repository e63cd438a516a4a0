namespace WeddingStudio.Bench.Measures;

/// <summary>A shot and another version of it: the mean technical score of the people seen in both.</summary>
public sealed record VersionPair(string Original, string Version, int People, double OriginalTechnical, double VersionTechnical)
{
    public double Difference => VersionTechnical - OriginalTechnical;

    /// <summary>Every version that shares a scored face with its original, the largest difference first.</summary>
    public static IReadOnlyList<VersionPair> Of(IEnumerable<JudgedFace> faces)
    {
        var scored = faces.Where(face => face.Truth.Person is not null && face.Found?.Technical is not null)
            .GroupBy(face => face.Photo.PhotoId)
            .ToDictionary(photo => photo.Key, photo => (photo.First().Photo.VersionOf,
                Technical: photo.DistinctBy(face => face.Truth.Person)
                    .ToDictionary(face => face.Truth.Person!.Value, face => face.Found!.Technical!.Value)));
        var pairs = from version in scored
                    where version.Value.VersionOf is not null && scored.ContainsKey(version.Value.VersionOf)
                    let original = scored[version.Value.VersionOf!].Technical
                    let people = version.Value.Technical.Keys.Where(original.ContainsKey).ToList()
                    where people.Count > 0
                    select new VersionPair(version.Value.VersionOf!, version.Key, people.Count,
                        people.Average(person => original[person]), people.Average(person => version.Value.Technical[person]));
        return [.. pairs.OrderByDescending(pair => Math.Abs(pair.Difference)).ThenBy(pair => pair.Version, StringComparer.Ordinal)];
    }
}
