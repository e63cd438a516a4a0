using System.Xml.Linq;
using WeddingStudio.Bench.Measures;
using WeddingStudio.Engine.Data;

namespace WeddingStudio.Bench.Albums;

/// <summary>Lists of pictures with known faces.</summary>
internal static class PictureList
{
    /// <summary>imglab's format: per image the boxes by top, left, width, height.</summary>
    public static List<KnownPicture> Dlib(string file) =>
    [
        .. from image in XDocument.Load(file).Descendants("image")
           select new KnownPicture(
               Path.Combine(Path.GetDirectoryName(file)!, (string)image.Attribute("file")!),
               [.. image.Elements("box").Select(box => new FaceBox(Side(box, "left"), Side(box, "top"),
                   Side(box, "left") + Side(box, "width"), Side(box, "top") + Side(box, "height")))],
               [], [])
    ];

    private static double Side(XElement box, string name) => (double)box.Attribute(name)!;
}
