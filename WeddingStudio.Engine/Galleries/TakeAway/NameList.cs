namespace WeddingStudio.Engine.Galleries.TakeAway;

/// <summary>
/// File names to paste into a search field. The programs take different forms: Lightroom Classic's text filter wants commas (picpeak issue
/// 623: a name per line finds nothing), Capture One's search takes spaces (picstome issue 180). Both find
/// the RAW file too, as the ending is left out.
/// </summary>
public static class NameList
{
    /// <param name="paths">In the order in which they shall stand; a name counts once.</param>
    public static string For(FinishingProgram program, IEnumerable<string> paths) =>
        string.Join(program == FinishingProgram.Lightroom ? ", " : " ", paths.Select(Path.GetFileNameWithoutExtension)
            .Distinct(StringComparer.OrdinalIgnoreCase));
}
