using System.Xml;

namespace WeddingStudio.Engine.Photos.Metadata;

/// <summary>
/// The properties of a photo in its XMP packet (ISO 16684-1) that say when it was taken. Only those of the photo itself: packets also
/// tell of the pictures it was made from.
/// </summary>
internal static class XmpProperties
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    /// <summary>Real packets nest about ten deep.</summary>
    private const int MostDepth = 64;

    private static readonly Dictionary<string, string> Prefixes = new()
    {
        ["http://ns.adobe.com/exif/1.0/"] = "exif", ["http://ns.adobe.com/photoshop/1.0/"] = "photoshop",
        ["http://ns.adobe.com/xap/1.0/"] = "xmp", ["http://ns.adobe.com/tiff/1.0/"] = "tiff", ["http://cipa.jp/exif/1.0/"] = "exifEX",
    };

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
    };

    /// <summary>Values by name, such as `exif:DateTimeOriginal`; of a broken packet what stands before the fault.</summary>
    public static Dictionary<string, string> Of(byte[] packet)
    {
        Dictionary<string, string> values = [];
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(packet), Settings);
            Read(reader, values);
        }
        catch (Exception error) when (error is XmlException or ArgumentException or InvalidOperationException)
        {
            // Not well-formed, or a text of another kind.
        }

        return values;
    }

    private static void Read(XmlReader reader, Dictionary<string, string> values)
    {
        int? root = null; // The depth of rdf:RDF: below it the descriptions, below these the properties.
        string? name = null;
        while (reader.Read() && reader.Depth <= MostDepth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.NamespaceURI == Rdf && reader.LocalName == "RDF")
                root ??= reader.Depth;
            else if (reader.NodeType == XmlNodeType.Element && reader.Depth == root + 1)
                AddAttributes(reader, values);
            else if (reader.NodeType == XmlNodeType.Element && reader.Depth == root + 2)
                name = NameOf(reader);
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && name is not null)
                values.TryAdd(name, reader.Value.Trim());
        }
    }

    private static void AddAttributes(XmlReader description, Dictionary<string, string> values)
    {
        while (description.MoveToNextAttribute())
        {
            if (NameOf(description) is { } name)
                values.TryAdd(name, description.Value.Trim());
        }

        description.MoveToElement();
    }

    private static string? NameOf(XmlReader reader) =>
        Prefixes.TryGetValue(reader.NamespaceURI, out var prefix) && reader.LocalName.Length < 40 ? $"{prefix}:{reader.LocalName}" : null;
}
