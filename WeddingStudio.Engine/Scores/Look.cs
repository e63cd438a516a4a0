using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Faces.Landmarks;

namespace WeddingStudio.Engine.Scores;

/// <summary>
/// What a face does: each eye's openness, smile, and how surely it looks at the camera, all 0..1. What was not measured
/// (tiny or hidden faces) is <see cref="Unknown"/>: a face that can be seen wins against one that cannot.
/// </summary>
public readonly record struct Look(double LeftEye, double RightEye, double Smile, double AtCamera)
{
    public const double Unknown = .4;

    /// <summary>Beyond this turn the far eye is hidden by the nose and only the near one counts.</summary>
    private const double FarEyeHiddenDegrees = 45;

    /// <summary>
    /// Eyeball radius 12 mm against half an eye opening of 15 mm: a pupil at offset o of the half width stands at
    /// asin(o 15 / 12) degrees. Means of adult anatomy (Bekerman et al. 2014; Farkas 1994).
    /// </summary>
    private const double HalfOpeningPerRadius = 15.0 / 12;

    /// <summary>
    /// Widths of the bells for "looks at the camera": half of 250 LFW faces are within 9 degrees of yaw, nearly all within 23.
    /// Pitch from five points errs by 10 degrees and more, so it says less.
    /// </summary>
    private const double GazeYawDegrees = 20;
    private const double GazePitchDegrees = 30;

    /// <summary>
    /// A smile lifts the corners of the mouth, which a pose from five points takes for a nod (LFW: median 16.6 degrees against 0).
    /// </summary>
    private const double NodOfSmileDegrees = 16;

    public double Eyes => .75 * Math.Min(LeftEye, RightEye) + .25 * Math.Max(LeftEye, RightEye);

    /// <summary>
    /// What <see cref="Eyes"/> count for at least, where eyes close for joy: see <see cref="MutualGaze"/>. 0 = no excuse.
    /// </summary>
    public double Excused { get; init; }

    /// <summary>How surely it looks at somebody else in the photo.</summary>
    public double AtSomeone { get; init; }

    /// <summary>As scores count the eyes: never said of them in words.</summary>
    public double EyesCounted => Math.Max(Eyes, Excused);

    /// <summary>How surely the face is quiet and its mouth shut: neither a laugh nor a word cut short.</summary>
    public double Quiet { get; init; }

    /// <summary>
    /// What a quiet face counts as beside a full smile: nobody knows what it thinks, and a calm portrait is a good one. A judgement: the
    /// mean smile of an album of friends is .59, so that it neither gains nor loses.
    /// </summary>
    private const double QuietSmile = .6;

    /// <summary>As scores count the smile.</summary>
    public double SmileCounted => Math.Max(Smile, QuietSmile * Quiet);

    public static Look Of(MeasuredFace face, ScoresOptions options)
    {
        var look = Measured(face, options);
        return face.Expression.Length == 0 ? look : look with { Quiet = QuietOf(face) };
    }

    private static Look Measured(MeasuredFace face, ScoresOptions options)
    {
        var pose = face.Measures;
        var smile = face.Expression.Length == 0 ? Unknown : Ramp.Straight(face.Expression[1], 0, options.SmileHappy);
        var pitch = pose.PitchDegrees - (face.Expression.Length == 0 ? 0 : NodOfSmileDegrees * face.Expression[1]);
        if (face.Landmarks.Length == 0 || (SeesEyes(pose) && pose.DarkGlasses > 0))
            return new Look(Unknown, Unknown, smile, AtCameraFrom(pose.YawDegrees, pitch));

        var left = Openness(pose.EyeAspectLeft, pose.EyeSeenOpenLeft, pose.YawDegrees, pitch, options);
        var right = Openness(pose.EyeAspectRight, pose.EyeSeenOpenRight, pose.YawDegrees, pitch, options);
        if (pose.YawDegrees > FarEyeHiddenDegrees)
            right = left;
        else if (pose.YawDegrees < -FarEyeHiddenDegrees)
            left = right;
        if (SeesEyes(pose) && pose.DarkGlasses > PerhapsDarkGlasses)
            (left, right) = (Math.Max(left, Unknown), Math.Max(right, Unknown));
        var gaze = pose.YawDegrees + (left + right > 0 ? EyeYawDegrees(face.Landmarks, pose.YawDegrees) : 0);
        return new Look(left, right, smile, AtCameraFrom(gaze, pitch));
    }

    /// <summary>
    /// Log odds from which dark glass is likely enough that eyes do not count as shut: glass that mirrors. Of LFW's people N..Z 37 of 41
    /// with dark glasses lie above it and 1 % of the others (docs/scores-measured.md).
    /// </summary>
    private const double PerhapsDarkGlasses = -1.5;

    /// <summary>What dark glass looks like was learnt on faces that show both eyes.</summary>
    private static bool SeesEyes(FaceMeasures pose) => Math.Abs(pose.YawDegrees) <= FarEyeHiddenDegrees;

    /// <summary>
    /// Gap of a mouth over its width: shut up to the first, speaking from the second on (looked at, 290 faces that do not smile).
    /// </summary>
    private const double ShutMouth = .06, SpeakingMouth = .14;

    private static double QuietOf(MeasuredFace face)
    {
        var shut = MouthGap.Of(face.Landmarks) is { } gap ? 1 - Ramp.Straight(gap, ShutMouth, SpeakingMouth) : 1;
        return shut * Math.Min(1, face.Expression[0] + face.Expression[1]);
    }

    /// <summary>Share of openness reached at the mark for "open"; the rest comes with eyes that are wide and not merely slits.</summary>
    public const double Open = .85;
    private const double WideBeyondOpen = .08;

    /// <summary>
    /// What the pixels' log odds count in units of the ratio, and how far they are believed. The two witnesses together tell eyes apart
    /// about twice as far as the ratio alone, so their marks lie further out by so much: half open stays where it is. Of .02 to .04, 3 to 5
    /// and 0 to .04 these tell shut eyes best with both packs (docs/scores-measured.md).
    /// </summary>
    private const double RatioPerLogOdds = .03, MostLogOdds = 5, FurtherOut = .04;

    /// <summary>
    /// A turned head narrows the eye (the ratio grows), a nodded one flattens it (the ratio shrinks): both are undone first.
    /// </summary>
    private static double Openness(double aspect, double? seenOpen, double yawDegrees, double pitchDegrees, ScoresOptions options)
    {
        var frontal = aspect * Foreshortening(yawDegrees) / Foreshortening(pitchDegrees);
        return seenOpen is { } logOdds
            ? Between(Math.Min(frontal, options.EyeOpenAspect + WideBeyondOpen)
                + RatioPerLogOdds * Math.Clamp(logOdds, -MostLogOdds, MostLogOdds), FurtherOut, options)
            : Between(frontal, 0, options);
    }

    private static double Between(double ratio, double further, ScoresOptions options)
    {
        var open = options.EyeOpenAspect + further;
        return Open * Ramp.Straight(ratio, options.EyeClosedAspect - further, open)
            + (1 - Open) * Ramp.Straight(ratio, open, open + WideBeyondOpen);
    }

    private static double Foreshortening(double degrees) => Math.Max(.6, Math.Cos(degrees * Math.PI / 180));

    /// <summary>
    /// Mean turn of the visible eyeballs from the pupils within the outlines, 0 where the points
    /// have no pupils; positive to the image's right.
    /// </summary>
    private static double EyeYawDegrees(float[] points, double headYawDegrees)
    {
        var (leftEye, rightEye) = EyePoints.Among(points.Length / 2);
        var (left, right) = (EyeYawDegrees(points, leftEye), EyeYawDegrees(points, rightEye));
        return headYawDegrees > FarEyeHiddenDegrees ? left : headYawDegrees < -FarEyeHiddenDegrees ? right : (left + right) / 2;
    }

    private static double EyeYawDegrees(float[] points, EyePoints eye)
    {
        var (corner, across) = (eye.Outline[0], eye.Outline[eye.Outline.Length / 2]);
        var (x1, y1) = (points[2 * corner], points[2 * corner + 1]);
        var (x2, y2) = (points[2 * across], points[2 * across + 1]);
        var (axisX, axisY) = (x2 - x1, y2 - y1);
        var widthSquared = axisX * axisX + axisY * axisY;
        if (widthSquared <= 0 || eye.Pupil is not { } pupil)
            return 0;
        var along = ((points[2 * pupil] - x1) * axisX + (points[2 * pupil + 1] - y1) * axisY) / widthSquared;
        return Math.Asin(Math.Clamp((2 * along - 1) * HalfOpeningPerRadius, -1, 1)) * 180 / Math.PI;
    }

    private static double AtCameraFrom(double yawDegrees, double pitchDegrees) =>
        Ramp.Bell(yawDegrees, GazeYawDegrees) * Ramp.Bell(pitchDegrees, GazePitchDegrees);
}
