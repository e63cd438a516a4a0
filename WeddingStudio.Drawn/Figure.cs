using WeddingStudio.Drawn.Bodies;
using WeddingStudio.Drawn.Bodies.Clothes;
using WeddingStudio.Drawn.Day;
using WeddingStudio.Drawn.Portraits;
using Frame = WeddingStudio.Drawn.Places.Frame;

namespace WeddingStudio.Drawn;

/// <summary>Somebody at this wedding: how they look and what they wear today.</summary>
/// <param name="Id">From 1 up for guests, from -1 down for strangers, 0 for a face that is only a picture of one.</param>
/// <param name="Build">0 = slim .. 1 = heavy.</param>
internal sealed record Figure(int Id, string Name, string? Role, Looks Looks, Outfit Outfit, double Build)
{
    public bool IsCouple => Role is "bride" or "groom";

    /// <summary>1 = an adult; a small child's body is short in units of its head.</summary>
    public double Stature => Looks.Age >= 16 ? 1 : .38 + .039 * Looks.Age;

    /// <summary>A child's head is a little smaller than an adult's at the same distance.</summary>
    public double HeadShare => 1 - .10 * Looks.Childlike;
}

/// <summary>Somebody in a picture.</summary>
/// <param name="Head">The middle between the eyes on the canvas.</param>
/// <param name="Unit">Half the height of the head on the canvas.</param>
internal sealed record Posed(Figure Figure, Spot Head, double Unit, Pose Pose, Mood Mood, BodyPose Body)
{
    /// <summary>Out of focus or moving: sigma in units of the canvas.</summary>
    public double Blur { get; init; }

    /// <summary>The mirror or poster whose glass the figure is seen in.</summary>
    public Frame? Inside { get; init; }

    /// <summary>Draws the figure over what is there already.</summary>
    /// <returns>The box of the face on the canvas.</returns>
    public double[] Draw(Svg svg, double lightFrom)
    {
        if (Inside is not { } frame)
            return DrawFigure(svg, lightFrom);
        using (svg.Clip(Outline.Polygon(new(frame.X, frame.Y), new(frame.X + frame.Width, frame.Y),
            new(frame.X + frame.Width, frame.Y + frame.Height), new(frame.X, frame.Y + frame.Height))))
            return DrawFigure(svg, lightFrom);
    }

    private double[] DrawFigure(Svg svg, double lightFrom)
    {
        var portrait = new Portrait(svg, new HeadForm(Figure.Looks, Pose, Head, Unit), Mood, lightFrom);
        Bodies.Body.DrawBehind(svg, Figure.Outfit, Figure.Build, Body, Head, Unit, lightFrom, Figure.Stature);
        portrait.DrawBehind();
        Bodies.Body.Draw(svg, Figure.Outfit, new Complexion(Figure.Looks).Skin, Figure.Build, Body, Head, Unit, lightFrom, Figure.Stature);
        portrait.Draw();
        return portrait.Box();
    }
}
