using WeddingStudio.Engine.Inference.Packs;

namespace WeddingStudio.Engine.Hosting.Desks.Photos;

public sealed partial class ModelUpgradeDesk
{
    /// <summary>What went wrong, for a planner: the command's own words speak of commands.</summary>
    private string WordsOf(Exception failure) => failure switch
    {
        ModelPackException { InnerException: HttpRequestException { StatusCode: { } answer } } =>
            $"{Host} does not give the files away right now (it answered {(int)answer}). Try again later, or bring them on a USB stick.",
        ModelPackException { InnerException: HttpRequestException } =>
            $"There is no way from this computer to {Host}. Connect it to the internet and try again: what has come is kept. "
            + "Or bring the files on a USB stick.",
        _ => FailureWords.Of(failure, Again) ?? $"Something went wrong, the studio's log says more. Please {Again}.",
    };

    private string Host => Source()?.Downloads[0].Url?.Host ?? "the server";
}
