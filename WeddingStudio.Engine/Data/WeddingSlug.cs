using System.Globalization;
using System.Text;
using WeddingStudio.Engine.Data.Files;

namespace WeddingStudio.Engine.Data;

/// <summary>Makes a wedding's id from its name: `Zoë &amp; Björn` becomes `zoe-bjorn`.</summary>
public static class WeddingSlug
{
    private const int LongestId = 63;

    public static WeddingId From(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant().Replace("ß", "ss").Replace("æ", "ae").Replace("ø", "o").Replace("ł", "l")
            .Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        var id = slug.ToString()[..Math.Min(slug.Length, LongestId)].Trim('-');
        return new(id.Length == 0 ? "wedding" : ReservedFileNames.Has(id) ? $"{id}-wedding" : id);
    }

    /// <summary>No folder can have such a name there, and weddings have folders.</summary>
    public static bool IsKeptByWindows(string id) => ReservedFileNames.Has(id);

    /// <summary>The id itself, or with `-2`, `-3` ... when it is taken.</summary>
    public static WeddingId Free(WeddingId id, IReadOnlySet<WeddingId> taken)
    {
        var free = id;
        for (var number = 2; taken.Contains(free); number++)
        {
            var ending = $"-{number}";
            free = new(id.Value[..Math.Min(id.Value.Length, LongestId - ending.Length)].TrimEnd('-') + ending);
        }

        return free;
    }
}
