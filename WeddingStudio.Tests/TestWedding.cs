namespace WeddingStudio.Tests;

/// <summary>The wedding of tests that need no other.</summary>
internal static class TestWedding
{
    public static readonly WeddingId Id = new("w");
}
