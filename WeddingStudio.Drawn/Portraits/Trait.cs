namespace WeddingStudio.Drawn.Portraits;

/// <summary>What can differ from head to head. Every trait runs from 0 to 1; the drawing gives it its anatomical range.</summary>
internal enum Trait
{
    Skin, Undertone, Blush, Freckles, Mole,
    FaceWidth, Forehead, Cheeks, Jaw, Chin, ChinLength, Ears,
    EyeSpacing, EyeSize, EyeOpening, EyeTilt, EyeSocket, Lid, Iris, Lashes, Bags,
    BrowHeight, BrowThickness, BrowArch, BrowTilt, BrowGap, BrowDarkness,
    NoseLength, NoseWidth, NoseBridge, NoseTip, NoseDepth,
    MouthHeight, MouthWidth, UpperLip, LowerLip, LipColour,
    HairColour, HairVolume, HairLength, HairWave, Hairline, Parting,
    BeardLength, GlassesSize, GlassesWeight, GlassesColour,
}

internal enum HairStyle
{
    Bald, Buzz, SidePart, Quiff, Swept, Curls, Afro, Receding, Bob, Long, Waves, Bun, Ponytail, Pixie, Fringe, Braid, Hijab,
}

internal enum BeardStyle { None, Stubble, Full, Goatee, Moustache, Chinstrap }

internal enum GlassesStyle { None, Round, Square, Cat, HalfRim }

internal enum HatStyle { None, Veil, FlowerCrown, Fedora, Fascinator, FlatCap }
