namespace WeddingStudio.Bench.Measures;

/// <summary>Two true people whose faces share a group, and how many faces each has in it.</summary>
public readonly record struct SharedGroup(int Group, int First, int Second, int FacesOfFirst, int FacesOfSecond)
{
    /// <summary>Every such pair, by group and the people's ids; a negative group is nobody's.</summary>
    public static IReadOnlyList<SharedGroup> Of(IEnumerable<(int Group, int Person)> faces)
    {
        var shared = from inGroup in faces.Where(face => face.Group >= 0).GroupBy(face => face.Group, face => face.Person)
                     let people = inGroup.CountBy(person => person).OrderBy(p => p.Key).ToList()
                     from first in people
                     from second in people
                     where first.Key < second.Key
                     orderby inGroup.Key, first.Key, second.Key
                     select new SharedGroup(inGroup.Key, first.Key, second.Key, first.Value, second.Value);
        return [.. shared];
    }
}
