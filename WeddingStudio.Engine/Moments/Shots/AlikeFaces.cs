using System.Numerics.Tensors;

namespace WeddingStudio.Engine.Moments.Shots;

/// <summary>Photos without a time that show somebody just as another photo does: perhaps a crop of it.</summary>
internal static class AlikeFaces
{
    /// <param name="photos">All; frames of one size are no crops of each other.</param>
    /// <param name="faces">Photo id and embedding of everybody's faces, by person.</param>
    /// <returns>Pairs of photo ids, some of them more than once.</returns>
    public static IEnumerable<(int A, int B)> Pairs(
        IReadOnlyList<VersionPhoto> photos, ILookup<int, (int PhotoId, float[] Embedding)> faces)
    {
        var byId = photos.ToDictionary(p => p.Id);
        foreach (var person in faces)
        {
            var all = person.Where(f => byId.ContainsKey(f.PhotoId)).Select(f => (Photo: byId[f.PhotoId], f.Embedding)).ToList();
            foreach (var a in all.Where(f => f.Photo.TakenAt is null))
            {
                foreach (var b in all.Where(f => MayBeCrop(a.Photo, f.Photo) && f.Embedding.Length == a.Embedding.Length))
                {
                    if (TensorPrimitives.Dot(a.Embedding, b.Embedding) >= VersionRule.CropCosine)
                        yield return (a.Photo.Id, b.Photo.Id);
                }
            }
        }
    }

    private static bool MayBeCrop(VersionPhoto untimed, VersionPhoto other) =>
        untimed.Id != other.Id && (untimed.WidthPx, untimed.HeightPx) != (other.WidthPx, other.HeightPx)
        && (other.TakenAt is not null || other.Id > untimed.Id);
}
