namespace WeddingStudio.Engine.Hosting;

/// <summary>What somebody does once a failure is put right, as the end of "Free some space and ...".</summary>
public static class Again
{
    public static Message Analysis { get; } = new("Store.AgainAnalysis");
    public static Message Try { get; } = new("Store.AgainTry");
    public static Message Wait { get; } = new("Store.AgainWait");
    public static Message Send { get; } = new("Store.AgainSend");
}
