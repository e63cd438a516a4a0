namespace WeddingStudio.Tests;

/// <summary>The checkout these tests were built in.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WeddingStudio.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No WeddingStudio.sln above '{AppContext.BaseDirectory}'.");
    }
}
