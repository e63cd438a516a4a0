using WeddingStudio.Drawn.Day;

namespace WeddingStudio.Drawn.Bodies;

internal enum HandShape { Relaxed, Grip, Open, Flat, Hidden }

/// <summary>One arm of a pose. Places in body units; x as seen in the picture.</summary>
/// <param name="Side">-1 = on the left of the picture.</param>
/// <param name="Depth">How far the wrist is before the body.</param>
/// <param name="HandDegrees">Where the fingers point: 0 = right, 90 = down.</param>
/// <param name="Behind">Drawn before the body.</param>
internal sealed record Arm(int Side, Spot Elbow, Spot Wrist, double Depth, double HandDegrees, HandShape Hand, bool Behind = false)
{
    /// <summary>The arm whose hand lies on top comes last.</summary>
    public static Arm[] Of(BodyPose pose, Frame f)
    {
        var mirrored = pose.Mirrored ? -1 : 1;
        return pose.Arms switch
        {
            ArmPose.HandsClasped =>
                [Bent(f, -1, .2, 4.5, -.34, 5.72, 28, HandShape.Flat), Bent(f, 1, .2, 4.5, .36, 5.66, 150, HandShape.Flat)],
            ArmPose.BouquetInHands =>
                [Bent(f, -1, .26, 4.4, -.3, 4.95, -15, HandShape.Grip), Bent(f, 1, .26, 4.4, .34, 5.2, 195, HandShape.Grip)],
            ArmPose.GlassInHand =>
                [Hanging(f, -mirrored), Bent(f, mirrored, .16, 4.6, mirrored * .64, 3.98, mirrored > 0 ? -110 : -70, HandShape.Grip)],
            ArmPose.ArmsRaised => [Raised(f, -1), Raised(f, 1)],
            ArmPose.HandOnHip => [Hanging(f, -mirrored), OnHip(f, mirrored)],
            ArmPose.ArmAroundLeft => [Around(f, -1), Hanging(f, 1)],
            ArmPose.ArmAroundRight => [Around(f, 1), Hanging(f, -1)],
            ArmPose.Folded => [Bent(f, 1, .14, 4.35, -f.Chest * .5, 3.92, 190, HandShape.Hidden),
                Bent(f, -1, .14, 4.3, f.Chest * .5, 3.8, -20, HandShape.Flat)],
            _ => [Hanging(f, -1), Hanging(f, 1)],
        };
    }

    /// <summary>How far out the arm goes, in body units.</summary>
    public double Reach => Math.Max(Math.Abs(Elbow.X), Math.Abs(Wrist.X)) + .35;

    private static Arm Hanging(Frame f, int side)
    {
        var outwards = Math.Max(f.Shoulder - .12, f.Hip + .06);
        return new(side, new(side * (outwards + .06), 4.6), new(side * (outwards + .1), 6.6), .25, 90 + side * 6,
            HandShape.Relaxed, f.FarSide == side);
    }

    private static Arm Bent(
        Frame f, int side, double elbowOut, double elbowY, double wristX, double wristY, double degrees, HandShape hand) =>
        new(side, new(side * (f.Shoulder + elbowOut), elbowY), new(Math.Abs(wristX) < 1 ? wristX : side * wristX, wristY), .7,
            degrees, hand);

    private static Arm Raised(Frame f, int side) =>
        new(side, new(side * (f.Shoulder + 1.0), 1.55), new(side * (f.Shoulder + .95), -.62), .2, side > 0 ? -82 : -98, HandShape.Open);

    private static Arm OnHip(Frame f, int side) =>
        new(side, new(side * (f.Shoulder + 1.15), 4.35), new(side * (f.Hip + .1), 5.35), .25, side > 0 ? 150 : 30, HandShape.Flat);

    private static Arm Around(Frame f, int side) =>
        new(side, new(side * (f.Shoulder + 1.3), 3.0), new(side * (f.Shoulder + 2.9), 3.1), -.2, side > 0 ? 10 : 170,
            HandShape.Relaxed, Behind: true);
}
