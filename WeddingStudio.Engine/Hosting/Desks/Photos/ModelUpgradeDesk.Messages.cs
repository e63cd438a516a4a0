using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Hosting.Desks.Photos;

public sealed partial class ModelUpgradeDesk
{
    /// <summary>What went wrong, for a planner: the command's own words speak of commands.</summary>
    private Message Told(Exception failure) => failure switch
    {
        ModelPackException { InnerException: HttpRequestException { StatusCode: { } answer } } =>
            new("Photos.FetchRefused", Host, (int)answer),
        ModelPackException { InnerException: HttpRequestException } => new("Photos.FetchNoWay", Host),
        _ => FailureMessages.Of(failure, Again.Try) ?? new("Shared.SomethingWrongTry"),
    };

    private object Host => Source()?.Downloads[0].Url is { } url ? url.Host : new Message("Photos.TheServer");
}
