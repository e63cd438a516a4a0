using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces.Alignment;
using WeddingStudio.Engine.Faces.Detection;
using WeddingStudio.Engine.Faces.Landmarks;
using WeddingStudio.Engine.Faces.Measures;
using WeddingStudio.Engine.Imaging;

namespace WeddingStudio.Engine.Faces;

/// <summary>What is measured on a face whose place and points are known.</summary>
public sealed partial class FaceReader
{
    private static FaceReading Describe(
        PhotoPixels photo, DetectedFace face, FaceBox box, float[] embedding, PointPx[] points, float[] expression, double qualityShare)
    {
        var measures = Measure(photo, face.Points, points);
        return new FaceReading
        {
            Box = box,
            Points = face.Points,
            Confidence = face.Score,
            Quality = FaceQuality.Of(box, face.Score, measures, qualityShare),
            Embedding = embedding,
            Landmarks = points,
            Expression = expression,
            Measures = measures,
            Surround = FaceSurround.Of(photo, points.Length == 98 ? LandmarkReader.FiveOf(points) : face.Points),
        };
    }

    private static FaceMeasures Measure(PhotoPixels photo, FivePoints five, PointPx[] points)
    {
        var aligned = FaceAlignment.Align(photo, five);
        var (sharpness, luma, clipped) = FaceMeasurer.Measure(aligned);
        var (leftEye, rightEye) = points.Length > 0 ? EyeAspect.Of(points) : default;
        var (leftSeen, rightSeen) = points.Length > 0 ? EyeStateClassifier.Of(photo, points) : default;
        var detail = FaceDetail.Of(photo, five);
        var pose = HeadPose.From(five.Upright());
        return new FaceMeasures
        {
            Sharpness = sharpness,
            Luma = luma,
            Clipped = clipped,
            Detail = detail.Detail,
            ColourDetail = detail.Colour,
            Burnt = detail.Burnt,
            OneWayBlur = detail.OneWay,
            EyeAspectLeft = leftEye,
            EyeAspectRight = rightEye,
            EyeSeenOpenLeft = leftSeen,
            EyeSeenOpenRight = rightSeen,
            DarkGlasses = DarkGlasses.LogOddsOf(aligned),
            YawDegrees = pose.YawDegrees,
            PitchDegrees = pose.PitchDegrees,
            RollDegrees = Math.IEEERemainder(pose.RollDegrees + 90 * five.QuarterLean, 360),
        };
    }
}
