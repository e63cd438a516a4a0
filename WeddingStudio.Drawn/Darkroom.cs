using System.Globalization;
using NetVips;
using WeddingStudio.Drawn.Day;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Drawn;

/// <summary>Makes the file of a shot, and says what is true of it.</summary>
internal static class Darkroom
{
    private const int JpegQuality = 88;

    /// <summary>From this blur on, in units of the canvas, a place may be drawn at a quarter of its size.</summary>
    private const double Background = 3;

    /// <summary>The garden of a villa on Lake Como, in degrees, minutes and seconds.</summary>
    private const string Latitude = "45/1 59/1 12/1";
    private const string Longitude = "9/1 15/1 36/1";

    public static TruePhoto Develop(Shot shot, string folder, TimeZoneInfo zone)
    {
        VipsSetup.Ensure();
        var height = (int)Math.Round(Math.Sqrt(shot.Megapixels * 1e6 / (shot.WidthUnits / 1000)) / 2) * 2;
        var width = (int)Math.Round(height * shot.WidthUnits / 2000) * 2;
        var faces = new List<TrueFace>();
        using (var sheet = Draw(shot, width, height, faces))
        using (var picture = sheet.Finish(shot.Blur * height / 1000, shot.Exposure, shot.Grey))
        using (var labelled = Label(picture, shot, zone))
            Save(labelled, Path.Combine(folder, shot.PhotoId));
        return new TruePhoto(shot.PhotoId, shot.Camera.Name, shot.TrueTime, shot.Moment, shot.Series, shot.VersionOf, faces);
    }

    private static Sheet Draw(Shot shot, int width, int height, List<TrueFace> faces)
    {
        var sheet = DrawPlace(shot, width, height);
        foreach (var layer in Layers(shot.People))
        {
            var svg = new Svg();
            foreach (var posed in layer)
                faces.Add(TruthOf(posed, posed.Draw(svg, shot.Place!.LightFrom), shot, height));
            if (layer[^1] == shot.People[^1])
                shot.Place!.InFront(svg, shot.WidthUnits, new Random(shot.PlaceSeed));
            sheet.Lay(svg, shot.WidthUnits, layer[0].Blur * height / 1000, shot.Place!.Light);
        }

        return sheet;
    }

    private static Sheet DrawPlace(Shot shot, int width, int height)
    {
        var svg = new Svg();
        var random = new Random(shot.PlaceSeed);
        if (shot.Detail is { } detail)
            detail.Draw(svg, shot.WidthUnits, random);
        else
            shot.Place!.Behind(svg, shot.WidthUnits, random);
        return Sheet.Of(svg, shot.WidthUnits, width, height, shot.PlaceBlur switch { 0 => 1, < Background => 2, _ => 4 },
            shot.PlaceBlur * height / 1000);
    }

    /// <summary>Neighbours of equal sharpness are drawn together.</summary>
    private static List<List<Posed>> Layers(IReadOnlyList<Posed> people)
    {
        var layers = new List<List<Posed>>();
        foreach (var posed in people)
        {
            if (layers.Count > 0 && layers[^1][0].Blur == posed.Blur)
                layers[^1].Add(posed);
            else
                layers.Add([posed]);
        }

        return layers;
    }

    private static TrueFace TruthOf(Posed posed, double[] box, Shot shot, int height)
    {
        var scale = height / 1000.0;
        var blur = Math.Sqrt(posed.Blur * posed.Blur + shot.Blur * shot.Blur) * scale;
        return new TrueFace([.. box.Select(v => Math.Round(v * scale, 1))], posed.Figure.Id == 0 ? null : posed.Figure.Id,
            Math.Round(posed.Pose.Yaw, 1),
            [posed.Mood.LeftOpen, posed.Mood.RightOpen], Math.Round(posed.Mood.Smile, 2), posed.Mood.Gaze is null, Math.Round(blur, 2));
    }

    private static Image Label(Image picture, Shot shot, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(shot.TrueTime + shot.Camera.Ahead, zone);
        var time = local.ToString("yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture);
        return picture.Mutate(image =>
        {
            void Set(string tag, string value) => image.Set(GValue.GStrType, $"exif-{tag}", value);
            Set("ifd0-Make", shot.Camera.Make);
            Set("ifd0-Model", shot.Camera.Model);
            Set("ifd0-DateTime", time);
            Set("ifd2-DateTimeOriginal", time);
            Set("ifd2-SubSecTimeOriginal", local.ToString("ff", CultureInfo.InvariantCulture));
            Set("ifd2-BodySerialNumber", shot.Camera.Serial);
            Set("ifd3-GPSLatitudeRef", "N");
            Set("ifd3-GPSLatitude", Latitude);
            Set("ifd3-GPSLongitudeRef", "E");
            Set("ifd3-GPSLongitude", Longitude);
        });
    }

    private static void Save(Image picture, string path)
    {
        if (path.EndsWith(".tif", StringComparison.Ordinal))
            picture.Tiffsave(path, compression: Enums.ForeignTiffCompression.Deflate, predictor: Enums.ForeignTiffPredictor.Horizontal,
                keep: Enums.ForeignKeep.Exif);
        else
            picture.Jpegsave(path, q: JpegQuality, keep: Enums.ForeignKeep.Exif);
    }
}
