namespace WeddingStudio.Drawn.Portraits;

/// <summary>The colours of one person, mixed from their traits.</summary>
internal sealed record Complexion
{
    private static readonly Colour[] _skins =
        [.. new[] { "fbe3d6", "f6d3bb", "edbf9b", "dfa67c", "c78a60", "a56b48", "804e33", "5b3724" }.Select(Colour.Of)];
    private static readonly Colour[] _hairs =
        [.. new[] { "191516", "2d1e18", "4a2e20", "6b4029", "86482a", "a8502a", "9c7344", "c79a55", "e6cd96" }.Select(Colour.Of)];
    private static readonly Colour[] _irises =
        [.. new[] { "2f1c12", "4d2f1b", "6e4a25", "7d6a35", "5f7a4a", "4f8089", "4a77a8", "7593ab" }.Select(Colour.Of)];

    public Complexion(Looks looks)
    {
        var tone = looks[Trait.Skin];
        var under = looks.In(Trait.Undertone, -1, 1);
        var skin = Ramp(_skins, tone);
        Skin = under > 0 ? skin.Mix(Colour.Of("e8927c"), .14 * under) : skin.Mix(Colour.Of("b8a05c"), -.16 * under);
        Shade = Skin.Mix(Colour.Of("7a2f22"), .26).Darker(.10);
        Deep = Skin.Mix(Colour.Of("4a1c16"), .52).Darker(.12);
        Shine = Skin.Lighter(.45 - .15 * tone);
        Blush = Skin.Mix(Colour.Of("d8434a"), .42);
        var lip = Skin.Mix(Colour.Of("b03a44"),
            looks.Feminine ? looks.In(Trait.LipColour, .38, .80) : looks.In(Trait.LipColour, .22, .42) - .1 * looks.Childlike);
        Lip = tone > .6 ? lip.Darker(.12) : lip;

        // Fair hair is rare on dark skin; grey comes with age.
        var hair = Ramp(_hairs, looks[Trait.HairColour] * (1 - .95 * Math.Clamp((tone - .25) / .45, 0, 1)));
        var grey = Math.Clamp((looks.Age - 44) / 26.0, 0, 1) * looks.In(Trait.HairColour, .75, 1);
        Hair = hair.Mix(Colour.Of("d9d6d2"), grey);
        HairShade = Hair.Darker(.38);
        HairShine = Hair.Mix(Colour.Of("fff1d8"), .30);
        Brow = Hair.Mix(Colour.Of("2a1a14"), looks.In(Trait.BrowDarkness, .12, .70) * (1 - .5 * grey)).Mix(Skin, .12 * grey);
        Iris = Ramp(_irises, looks[Trait.Iris] * (1 - .85 * Math.Clamp((tone - .3) / .4, 0, 1)));
    }

    public Colour Skin { get; }
    public Colour Shade { get; }
    public Colour Deep { get; }
    public Colour Shine { get; }
    public Colour Blush { get; }
    public Colour Lip { get; }
    public Colour Hair { get; }
    public Colour HairShade { get; }
    public Colour HairShine { get; }
    public Colour Brow { get; }
    public Colour Iris { get; }

    private static Colour Ramp(Colour[] colours, double share)
    {
        var at = Math.Clamp(share, 0, 1) * (colours.Length - 1);
        var i = Math.Min((int)at, colours.Length - 2);
        return colours[i].Mix(colours[i + 1], at - i);
    }
}
