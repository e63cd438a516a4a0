using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WeddingStudio.Engine.Data;
using WeddingStudio.Engine.Hosting.Doors.Hubs;
using WeddingStudio.Engine.Inference;
using WeddingStudio.Engine.Inference.Devices;
using WeddingStudio.Tests.Access;
using WeddingStudio.Tests.Commands;

namespace WeddingStudio.Tests.Inference;

/// <summary>Providers called by name, in a build whose runtime brings none but the CPU's. Others: WeddingStudio.Tests.WebGpu.</summary>
public sealed class BuiltInProviderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("CUDA")]
    [InlineData("TensorRT")]
    [InlineData("WebGPU")]
    [InlineData("CUDAExecutionProvider")]
    public void A_provider_that_this_build_lacks_stops_the_start_and_says_how_to_get_it(string name)
    {
        using var sessions = Factory(new InferenceOptions { ExecutionProvider = name });

        var message = Assert.Throws<DeviceException>(() => sessions.OpenDevice()).Message;

        Assert.StartsWith($"Studio:Inference:ExecutionProvider asks for '{name}'; this build of WeddingStudio has only "
            + "CPUExecutionProvider", message);
        Assert.Contains("-p:Accelerator=cuda", message);
    }

    [Fact]
    public void With_fall_back_models_run_on_the_cpu_and_the_reason_is_kept()
    {
        using var sessions = Factory(new InferenceOptions { ExecutionProvider = "CUDA", FallBack = true });

        Assert.Equal("the CPU", sessions.OpenDevice());
        Assert.StartsWith("Studio:Inference:ExecutionProvider asks for 'CUDA'", sessions.FellBack);
    }

    [Fact]
    public async Task With_fall_back_the_photos_page_and_verify_say_so()
    {
        await using var studio = new StudioApp((_, db) =>
        {
            db.Add(new Wedding { Id = new("w"), Name = "W", TimeZone = "Etc/UTC", CreatedAt = DateTime.UtcNow, NextPersonId = 1 });
            db.SaveChanges();
        }, ("Studio:Inference:ExecutionProvider", "CUDA"), ("Studio:Inference:FallBack", "true"),
            ("Studio:ModelsDirectory", Path.Combine(Checkout.Root, "models", "studio-1")));
        var hub = await studio.HubAsync(await studio.AddUserAsync("Mia", StudioUser.PlannerRole));

        var view = await hub.InvokeAsync<ImportView>(nameof(StudioHub.Import), "w", Ct);

        Assert.Equal("standard, on the processor: the graphics card cannot be used", view.Analysis.English());
        using var verify = StudioProcess.StartWith(new Dictionary<string, string?>
        {
            ["Studio__Inference__ExecutionProvider"] = "CUDA", ["Studio__Inference__FallBack"] = "true",
        }, "models", "verify", "--models", Path.Combine(Checkout.Root, "models", "studio-1"));
        Assert.Equal(0, await verify.ExitCodeAsync(Ct));
        Assert.Contains("Models run on the CPU", verify.Output);
        Assert.Contains("and not as set: Studio:Inference:ExecutionProvider asks for 'CUDA'", verify.Output);
    }

    private static SessionFactory Factory(InferenceOptions options) => new(Options.Create(options), NullLogger<SessionFactory>.Instance);
}
