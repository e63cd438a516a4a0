using System.Numerics;

namespace WeddingStudio.Engine.Moments.Shots;

/// <summary>
/// When two photos are versions of one shot. Precision first: frames of a burst differ by a head's small motion, so time tells
/// them apart, and where a time is missing only a name after the shot or faces at the very same places are believed.
/// Figures below are from the drawn weddings of seeds 1 to 3: versions lie at frame errors of .002 to .018 with a cosine of
/// .968 and more, frames of one burst at .0246 and more.
/// </summary>
internal static class VersionRule
{
    /// <summary>EXIF has hundredths of a second; the fastest cameras take 30 to 40 frames a second.</summary>
    private static readonly TimeSpan _sameInstant = TimeSpan.FromMilliseconds(10);

    /// <summary>Time zones differ by quarters of an hour: a RAW without the zone its JPEG names.</summary>
    private static readonly TimeSpan _zoneStep = TimeSpan.FromMinutes(15);

    /// <summary>Bits of 64 that crop and colour may change when the very instant is the same; unrelated pictures differ by 32.</summary>
    private const int SameInstantBits = 20;

    /// <summary>
    /// The usual mark of "same picture"; real versions that keep the frame differ by 4 at most, different real photos by 20 at least.
    /// </summary>
    private const int SamePictureBits = 10, CopyBits = 4;

    /// <summary>
    /// Faces of a few pixels are found less exactly: versions of real photos from the web lie at up to .066 in the frame and .043 as crops.
    /// </summary>
    private const double NamedFrame = .1, NamedCrop = .05, NamedCosine = .8;

    /// <summary>
    /// Where no name helps: half of what frames of a burst differ by, and a little more where the size differs, as frames' never does.
    /// </summary>
    private const double SameFile = .01, ResizedFrame = .03, ResizedCosine = .85, TightCrop = .015, TightCosine = .95;

    /// <summary>
    /// A crop with one face or two, which lie as near in two shots: what is around them must be the same. Of 4,075 photos of LFW the rule
    /// takes six pairs for one shot, and they are; of 170 crops it finds 160 (docs/moments-measured.md).
    /// </summary>
    public const double CropCosine = .85;
    private const double SameSurround = .97;

    private const double SameInstantFaces = .05, ShapeTolerance = .01;

    internal enum Times
    {
        /// <summary>Two releases of the shutter.</summary>
        Differ,

        /// <summary>They may be one: a time is missing or has no sub-seconds.</summary>
        Open,

        /// <summary>The same hundredth of a second on the same camera.</summary>
        Equal,
    }

    public static Times Compare(VersionPhoto a, VersionPhoto b)
    {
        if (!MayBeOneBody(a, b))
            return Times.Differ;
        if (a.TakenAt is not { } atA || b.TakenAt is not { } atB)
            return Times.Open;
        var apart = (atA - atB).Duration();
        if (HasSubSeconds(atA) && HasSubSeconds(atB))
        {
            if (apart < _sameInstant)
                return Times.Equal;
            var rest = TimeSpan.FromTicks((apart + _sameInstant / 2).Ticks % _zoneStep.Ticks);
            return rest < _sameInstant && apart <= TimeSpan.FromHours(26) && a.Name.SameShotAs(b.Name) ? Times.Open : Times.Differ;
        }

        return Second(atA) == Second(atB) ? Times.Open : Times.Differ;
    }

    /// <param name="map">How their faces lie; null when no face is in both.</param>
    /// <param name="faceless">Neither shows a face.</param>
    public static bool AreVersions(VersionPhoto a, VersionPhoto b, FaceMap? map, bool faceless)
    {
        var bits = Bits(a, b);
        return Compare(a, b) switch
        {
            Times.Differ => false,
            Times.Equal => bits <= SameInstantBits || a.Name.SameShotAs(b.Name) || map is { Residual: <= SameInstantFaces },
            _ when a.Name.SameShotAs(b.Name) => bits <= SamePictureBits && (faceless || map is { FrameError: <= NamedFrame })
                || map is { Faces: >= 2, Residual: <= NamedCrop, Cosine: >= NamedCosine },
            _ when SameSize(a, b) => bits <= CopyBits && map is { FrameError: <= SameFile, Cosine: >= TightCosine },
            _ => bits <= CopyBits && SameShape(a, b) && map is { FrameError: <= ResizedFrame, Cosine: >= ResizedCosine }
                || map is { Faces: >= 3, Residual: <= TightCrop, Cosine: >= TightCosine }
                || map is { Residual: <= NamedCrop, Cosine: >= CropCosine, Surround: >= SameSurround },
        };
    }

    /// <summary>As the frames of a burst have, which may hold very still.</summary>
    private static bool SameSize(VersionPhoto a, VersionPhoto b) => (a.WidthPx, a.HeightPx) == (b.WidthPx, b.HeightPx);

    public static int Bits(VersionPhoto a, VersionPhoto b) => BitOperations.PopCount((ulong)(a.PerceptualHash ^ b.PerceptualHash));

    private static bool SameShape(VersionPhoto a, VersionPhoto b) =>
        Math.Abs((double)a.WidthPx * b.HeightPx / ((double)b.WidthPx * a.HeightPx) - 1) <= ShapeTolerance;

    /// <summary>Programs keep make and model, but may drop the serial number.</summary>
    private static bool MayBeOneBody(VersionPhoto a, VersionPhoto b) =>
        a.Camera is null || b.Camera is null
        || (a.Camera.Make == b.Camera.Make && a.Camera.Model == b.Camera.Model
            && (a.Camera.Serial == b.Camera.Serial || a.Camera.Serial.Length == 0 || b.Camera.Serial.Length == 0));

    private static bool HasSubSeconds(DateTime at) => at.Ticks % TimeSpan.TicksPerSecond != 0;

    private static long Second(DateTime at) => at.Ticks / TimeSpan.TicksPerSecond;
}
