namespace WeddingStudio.Engine.Photos.Reading;

/// <summary>A photo whose header was read; the two decoders behind <see cref="PhotoReader"/>.</summary>
internal interface IOpenedPhoto : IDisposable
{
    /// <summary>Size as stored, before turning.</summary>
    long WidthPx { get; }
    long HeightPx { get; }

    PhotoHeader Header(PhotoFormat format);

    /// <summary>The wanted pixels of the upright picture, [height, width, 3] bytes of sRGB.</summary>
    void Decode(PixelWish wish, Span<byte> upright);
}
