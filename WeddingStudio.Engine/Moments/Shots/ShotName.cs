using System.Text.RegularExpressions;

namespace WeddingStudio.Engine.Moments.Shots;

/// <summary>What a file's name says about the shot: IMG_1234-edit.jpg is named after IMG_1234.CR2.</summary>
/// <param name="Stem">Lower case, without extension and endings that programs and people add to versions. Not "-2" and "(1)": they name
/// copies, but also the next frame.</param>
/// <param name="Edited">Its ending says that somebody worked on it.</param>
/// <param name="Grey">Its ending says black and white.</param>
internal sealed partial record ShotName(string Stem, bool Edited, bool Grey)
{
    public static ShotName Of(string path)
    {
        var stem = Path.GetFileNameWithoutExtension(path).ToLowerInvariant();
        var (edited, grey) = (false, false);
        if (AppleEdit().Match(stem) is { Success: true } apple)
            (stem, edited) = ($"img_{apple.Groups[1].Value}", true);
        while (Ending().Match(stem) is { Success: true, Index: > 0 } ending)
        {
            edited |= ending.Groups["edit"].Success;
            grey |= ending.Groups["grey"].Success;
            stem = stem[..ending.Index];
        }

        return new ShotName(stem, edited, grey);
    }

    /// <summary>Both are named after the same shot.</summary>
    public bool SameShotAs(ShotName other) => Stem == other.Stem && Stem.Any(char.IsAsciiDigit);

    [GeneratedRegex(@"^img_e(\d+)$")]
    private static partial Regex AppleEdit();

    /// <summary>What Lightroom, Photoshop, Capture One, Windows and the Mac put behind a name, and what photographers do.</summary>
    [GeneratedRegex(@"[-_ .]+(?:(?<edit>edit|edited|retouch|retouched|final|bearbeitet)|(?<grey>bw|b&w|sw|mono|grey|gray|sepia)|colou?r"
        + @"|copy|kopie|copia|small|large|web|print|full|hires|lowres|crop|cropped|square|raw)$")]
    private static partial Regex Ending();
}
