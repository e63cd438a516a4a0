using WeddingStudio.Engine.Data;
using WeddingStudio.Words;

namespace WeddingStudio.Tests.Words;

/// <summary>What a message says, for tests that compare what people read.</summary>
internal static class InEnglish
{
    public static string English(this Message? message) => StudioWords.English.Of(message);

    public static string English(this PhotoProblem? problem) => problem?.Told.English() ?? "";
}
