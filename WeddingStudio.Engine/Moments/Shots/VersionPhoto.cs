using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Moments.Shots;

/// <summary>A photo as the finder of versions sees it.</summary>
/// <param name="TakenAt">As the camera wrote it, clock not put right.</param>
/// <param name="People">Sorted ids of those in it.</param>
internal sealed record VersionPhoto(
    int Id, string Path, int WidthPx, int HeightPx, DateTime? TakenAt, Camera? Camera, long PerceptualHash, int[] People)
{
    public ShotName Name { get; } = ShotName.Of(Path);
}

/// <param name="Points">[10] as in <see cref="Face.Points"/>.</param>
/// <param name="Surround">[576] as in <see cref="Face.Surround"/>, or empty.</param>
internal sealed record VersionFace(FaceBox Box, float[] Points, float[] Embedding, byte[] Surround);
