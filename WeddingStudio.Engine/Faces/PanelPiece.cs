using WeddingStudio.Engine.Data;

namespace WeddingStudio.Engine.Faces;

/// <summary>A rectangle of a picture, in pixels; right and bottom lie outside.</summary>
/// <param name="HasGutter">A flat gutter parts it from another.</param>
internal readonly record struct PanelPiece(int Left, int Top, int Right, int Bottom, bool HasGutter = false)
{
    public int WidthPx => Right - Left;
    public int HeightPx => Bottom - Top;

    public bool Holds(FaceBox face) => face.CentreX >= Left && face.CentreX < Right && face.CentreY >= Top && face.CentreY < Bottom;
}
