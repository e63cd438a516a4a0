using QRCoder;

namespace WeddingStudio.Web.Components.Galleries;

public static class QrCode
{
    private const int PixelsPerModule = 8;

    /// <summary>A PNG to show or print; level M survives a smudge on a place card.</summary>
    public static string AsDataUri(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return $"data:image/png;base64,{Convert.ToBase64String(picture.GetGraphic(PixelsPerModule))}";
    }
}
