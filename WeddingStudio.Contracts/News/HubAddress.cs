namespace WeddingStudio.Contracts;

public static class HubAddress
{
    public const string Path = "/hub";
}
