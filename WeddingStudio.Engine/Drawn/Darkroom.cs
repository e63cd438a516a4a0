using System.Globalization;
using System.Text;
using NetVips;

namespace WeddingStudio.Engine.Drawn;

/// <summary>Makes the file of a shot, and says what is true of it.</summary>
internal static class Darkroom
{
    private const int JpegQuality = 88;

    /// <summary>The place is drawn smaller where it will be out of focus anyway.</summary>
    private const double SmallFromBlur = 2.5;

    /// <summary>The garden of a villa on Lake Como, in degrees, minutes and seconds.</summary>
    private const string Latitude = "45/1 59/1 12/1";
    private const string Longitude = "9/1 15/1 36/1";

    public static TruePhoto Develop(Shot shot, string folder, TimeZoneInfo zone)
    {
        VipsSetup.Ensure();
        var height = (int)Math.Round(Math.Sqrt(shot.Megapixels * 1e6 / (shot.WidthUnits / 1000)) / 2) * 2;
        var width = (int)Math.Round(height * shot.WidthUnits / 2000) * 2;
        var faces = new List<TrueFace>();
        using (var picture = Finish(shot, Draw(shot, width, height, faces), height))
        using (var labelled = Label(picture, shot, zone))
            Save(labelled, Path.Combine(folder, shot.PhotoId));
        return new TruePhoto(shot.PhotoId, shot.Camera.Name, shot.TrueTime, shot.Moment, shot.Series, shot.VersionOf, faces);
    }

    private static Image Draw(Shot shot, int width, int height, List<TrueFace> faces)
    {
        var picture = DrawPlace(shot, width, height);
        foreach (var layer in Layers(shot.People))
        {
            var svg = new Svg();
            foreach (var posed in layer)
                faces.Add(TruthOf(posed, posed.Draw(svg, shot.Place!.LightFrom), shot, height));
            if (layer[^1] == shot.People[^1])
                shot.Place!.InFront(svg, shot.WidthUnits, new Random(shot.PlaceSeed));
            picture = Over(picture, Tinted(Blurred(Rendered(svg, shot.WidthUnits, width, height), layer[0].Blur * height / 1000), shot));
        }

        return picture;
    }

    private static Image DrawPlace(Shot shot, int width, int height)
    {
        var svg = new Svg();
        var random = new Random(shot.PlaceSeed);
        if (shot.Detail is { } detail)
            detail.Draw(svg, shot.WidthUnits, random);
        else
            shot.Place!.Behind(svg, shot.WidthUnits, random);
        if (shot.PlaceBlur < SmallFromBlur)
            return Blurred(Rendered(svg, shot.WidthUnits, width, height), shot.PlaceBlur * height / 1000).Flatten();

        using var small = Rendered(svg, shot.WidthUnits, width / 4, height / 4).Flatten();
        using var soft = Blurred(small, shot.PlaceBlur * height / 4000);
        return soft.Resize((double)width / soft.Width, kernel: Enums.Kernel.Linear, vscale: (double)height / soft.Height).Crop(0, 0, width, height).CopyMemory();
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
        return new TrueFace([.. box.Select(v => Math.Round(v * scale, 1))], posed.Figure.Id == 0 ? null : posed.Figure.Id, Math.Round(posed.Pose.Yaw, 1),
            [posed.Mood.LeftOpen, posed.Mood.RightOpen], Math.Round(posed.Mood.Smile, 2), posed.Mood.Gaze is null, Math.Round(blur, 2));
    }

    private static Image Rendered(Svg svg, double widthUnits, int width, int height) =>
        Image.SvgloadBuffer(Encoding.UTF8.GetBytes(svg.Picture(widthUnits, width, height)), unlimited: true).CopyMemory();

    private static Image Blurred(Image layer, double sigmaPx)
    {
        if (sigmaPx < .3)
            return layer;
        using var premultiplied = layer.HasAlpha() ? layer.Premultiply() : layer.Copy();
        using var soft = premultiplied.Gaussblur(sigmaPx);
        return (layer.HasAlpha() ? soft.Unpremultiply() : soft).Cast(Enums.BandFormat.Uchar).CopyMemory();
    }

    private static Image Over(Image under, Image layer)
    {
        using (under)
        using (layer)
        using (var both = under.Composite2(layer, Enums.BlendMode.Over))
            return both.Flatten().Cast(Enums.BandFormat.Uchar).CopyMemory();
    }

    /// <summary>People stand in the light of their place.</summary>
    private static Image Tinted(Image layer, Shot shot)
    {
        var light = shot.Place!.Light;
        using (layer)
            return layer.Linear([light.R / 255.0, light.G / 255.0, light.B / 255.0, 1], [0, 0, 0, 0], uchar: true).CopyMemory();
    }

    /// <summary>Focus, exposure and colour of the whole picture.</summary>
    private static Image Finish(Shot shot, Image picture, int height)
    {
        var soft = Blurred(picture, shot.Blur * height / 1000);
        if (shot.Exposure != 0)
            soft = soft.Linear([Math.Pow(2, shot.Exposure / 2.2)], [0], uchar: true);
        return shot.Grey ? soft.Colourspace(Enums.Interpretation.Bw).Colourspace(Enums.Interpretation.Srgb) : soft;
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
            picture.Tiffsave(path, compression: Enums.ForeignTiffCompression.Deflate, predictor: Enums.ForeignTiffPredictor.Horizontal, keep: Enums.ForeignKeep.Exif);
        else
            picture.Jpegsave(path, q: JpegQuality, keep: Enums.ForeignKeep.Exif);
    }
}
